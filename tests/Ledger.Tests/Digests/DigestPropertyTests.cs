using System.Net;
using System.Text.RegularExpressions;
using CsCheck;
using DetainerLedger.Digests;

namespace DetainerLedger.Tests.Digests;

public sealed partial class DigestPropertyTests
{
    [Fact]
    public void Every_number_has_a_fact_and_every_fact_is_stated_by_the_answer() => GeneratedWeeks.Any.Sample(week =>
    {
        var check = new FactCheck().With(week.Summary);
        if (week.Summary.PreviousWeek is { } previous)
            check.With(week.Summary with { Week = previous.Week, Corrected = week.PreviousCorrected });
        Assert.Empty(check.Complaints(week.Digest));
    });

    [Fact]
    public void A_number_without_a_fact_would_be_found()
    {
        var digest = DigestComposer.Compose(SampleWeek.Summary, null, SampleWeek.ComposedAt);
        var check = new FactCheck().With(SampleWeek.Summary);
        var sentence = digest.Sentences[2];
        var (first, second) = (sentence.Facts[0], sentence.Facts[1]);
        Assert.NotEmpty(check.Complaints(digest with { Sentences = [sentence with { Facts = [first] }] }));
        Assert.NotEmpty(check.Complaints(digest with { Sentences = [sentence with { Text = sentence.Text + " 9" }] }));
        Assert.NotEmpty(check.Complaints(digest with { Sentences = [sentence with { Facts = [second, first] }] }));
        Assert.NotEmpty(check.Complaints(digest with { Sentences = [sentence with { Facts = [first, second with { Ref = first.Ref }] }] }));
        Assert.NotEmpty(check.Complaints(digest with { HeadlineFacts = [] }));
    }

    [Fact]
    public void Every_sentence_is_one_line_that_begins_in_upper_case() => GeneratedWeeks.Any.Sample(week =>
        week.Digest.Sentences.Select(sentence => sentence.Text).All(text =>
            text.Length > 0 && !char.IsLower(text[0]) && !text.Any(char.IsControl)));

    [Fact]
    public void A_page_holds_no_element_that_is_not_ours() => GeneratedWeeks.Any.Sample(week =>
        Elements().Matches(DigestHtml.Render(week.Digest)).All(element => OurElements().IsMatch(element.Value)));

    [Fact]
    public void A_page_says_what_the_sentences_say() => GeneratedWeeks.Any.Sample(week =>
    {
        var page = DigestHtml.Render(week.Digest);
        var words = WebUtility.HtmlDecode(Elements().Replace(page, ""));
        var facts = week.Digest.Sentences.Sum(sentence => sentence.Facts.Count) + week.Digest.HeadlineFacts.Count;
        return week.Digest.Sentences.All(sentence => words.Contains(sentence.Text, StringComparison.Ordinal))
            && facts == page.Split("<a href=\"/api/weeks/").Length - 1;
    });

    [Fact]
    public void Plain_text_says_what_the_sentences_say_in_short_lines() => GeneratedWeeks.Any.Sample(week =>
    {
        var text = DigestText.Render(week.Digest);
        return text.Split('\n').All(line => line.Length <= DigestText.Width || !line.Contains(' ', StringComparison.Ordinal))
            && week.Digest.Sentences.All(sentence => Spaced(text).Contains(Spaced(sentence.Text), StringComparison.Ordinal));
    });

    private static string Spaced(string text) => Blank().Replace(text, " ");

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Elements();

    [GeneratedRegex("""
        ^<(
            !doctype\ html | html\ lang="en" | meta\ [a-z="\-,\ 0-9]+ |
            a\ href="/api/weeks/\d{4}-\d\d-\d\d\#/[A-Za-z0-9/]+" | time\ datetime="[0-9TZ:-]+" | p(\ class="(name|dateline)")? |
            /?(html|head|title|style|body|main|header|footer|h1|span) | /(a|p|time)
        )>$
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex OurElements();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();
}
