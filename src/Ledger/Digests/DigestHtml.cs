using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using DetainerLedger.Reports;

namespace DetainerLedger.Digests;

/// <summary>
/// Renders a digest as a complete page without scripts, with its style sheet inline. Text from a report is encoded,
/// and each fact links to the API response that states it.
/// </summary>
public static class DigestHtml
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    // Quotation marks and accents stay readable in the source; only characters with a meaning in HTML are encoded.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The source to allow in a Content-Security-Policy as <c>style-src</c>, without its quotes: <c>sha256-…</c>.</summary>
    public static string StyleHash { get; } =
        "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(DigestStyle.Sheet)));

    public static string Render(Digest digest)
    {
        var week = digest.Week.ToString("MMMM d, yyyy", Culture);
        return $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>The week of {week} – Detainer Ledger</title>
            <style>{DigestStyle.Sheet}</style>
            </head>
            <body>
            <main>
            <header>
            <p class="name">Detainer Ledger <span>The weekly digest</span></p>
            <p class="dateline">Week of <time datetime="{ReportingWeek.Name(digest.Week)}">{week}</time></p>
            <h1>{Linked(digest.Headline, digest.HeadlineFacts)}</h1>
            </header>
            {Story(digest)}
            <footer>
            {Source(digest)}
            <p>Composed on {Composed(digest)} from revision {digest.Revision.ToString(Culture)} of the week.
            Each number links to the fact that it states.</p>
            </footer>
            </main>
            </body>
            </html>

            """;
    }

    /// <summary>The sentences as paragraphs without styles, for a mail. Each fact links to the API response that states it.</summary>
    /// <param name="site">The base of absolute links, without a trailing slash.</param>
    public static string Paragraphs(Digest digest, string site) => string.Join('\n', digest.Sentences.Select(sentence =>
        $"<p>{Linked(sentence.Text, sentence.Facts.Select(fact => fact with { Ref = site + fact.Ref }))}</p>"));

    private static string Story(Digest digest) => string.Join('\n', digest.Sentences.SkipLast(1).Select(Paragraph));

    private static string Source(Digest digest) => string.Join('\n', digest.Sentences.TakeLast(1).Select(Paragraph));

    private static string Paragraph(DigestSentence sentence) => $"<p>{Linked(sentence.Text, sentence.Facts)}</p>";

    private static string Composed(Digest digest)
    {
        var time = digest.ComposedAt.UtcDateTime;
        var shown = time.ToString("MMMM d, yyyy, HH:mm", Culture);
        return $"""<time datetime="{time.ToString("yyyy-MM-ddTHH:mm:ssZ", Culture)}">{shown} UTC</time>""";
    }

    private static string Linked(string text, IEnumerable<DigestFact> facts) => string.Concat(FactSpans.Of(text, facts).Select(Span));

    private static string Span((string Text, DigestFact? Fact) span) => span.Fact is { } fact
        ? $"""<a href="{Encoder.Encode(fact.Ref)}">{Encoder.Encode(span.Text)}</a>"""
        : Encoder.Encode(span.Text);
}
