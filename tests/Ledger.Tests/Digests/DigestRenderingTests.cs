using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DetainerLedger.Digests;

namespace DetainerLedger.Tests.Digests;

public sealed class DigestRenderingTests
{
    private static readonly Digest Digest = DigestComposer.Compose(SampleWeek.Summary, null, SampleWeek.ComposedAt);

    [Fact]
    public void Text_begins_with_the_week_and_the_headline() => Assert.StartsWith(
        """
        DETAINER LEDGER: THE WEEKLY DIGEST
        Week of February 4, 2017, revision 1
        Composed February 13, 2017, 14:05 UTC

        The jurisdictions listed rose from 117 to 150; 2,825 detainers were
        issued; 47 detainers were recorded as declined, down from 206.
        ------------------------------------------------------------------------

        This is the report for February 4 to February 10, 2017.

        It is compared with the report before it, for the week of January 28,
        2017.

        """,
        DigestText.Render(Digest),
        StringComparison.Ordinal);

    [Fact]
    public void Text_ends_with_the_source() => Assert.EndsWith(
        $"""

        All facts are as published by the agency; this digest neither confirms
        nor disputes them. Source: ddor2017_02-04to02-10.pdf (23 pages, SHA-256
        {SampleWeek.Sha256}).

        """,
        DigestText.Render(Digest),
        StringComparison.Ordinal);

    [Fact]
    public void A_page_is_complete_and_can_be_read_by_anyone()
    {
        var page = DigestHtml.Render(Digest);
        Assert.StartsWith("<!doctype html>\n<html lang=\"en\">\n", page, StringComparison.Ordinal);
        Assert.Contains("<title>The week of February 4, 2017 – Detainer Ledger</title>", page, StringComparison.Ordinal);
        Assert.Contains("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">", page, StringComparison.Ordinal);
        Assert.Contains("prefers-color-scheme: dark", page, StringComparison.Ordinal);
        Assert.Contains("@media print", page, StringComparison.Ordinal);
        Assert.Single(Occurrences(page, "<h1>"));
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(" style=", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http", page, StringComparison.Ordinal);
        Assert.EndsWith("</html>\n", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_number_of_a_page_links_to_its_fact()
    {
        var page = DigestHtml.Render(Digest);
        Assert.Contains(
            "<p>The number of jurisdictions listed rose from " +
            "<a href=\"/api/weeks/2017-02-04#/previousWeek/jurisdictionsListed\">117</a> to " +
            "<a href=\"/api/weeks/2017-02-04#/jurisdictionsListed\">150</a>.</p>",
            page,
            StringComparison.Ordinal);
        Assert.Contains(
            "<h1>The jurisdictions listed rose from <a href=\"/api/weeks/2017-02-04#/previousWeek/jurisdictionsListed\">117</a> to ",
            page,
            StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_report_says_is_never_markup()
    {
        const string Hostile = "<script>alert(\"1\")</script> & 'x'";
        var place = SampleWeek.City("TX", Hostile);
        var other = SampleWeek.County("TX", "</style><img src=x onerror=alert()>");
        var summary = SampleWeek.WithListings(added: [place], removed: [other]).WithNotices(Hostile);
        var page = DigestHtml.Render(DigestComposer.Compose(summary, null, SampleWeek.ComposedAt));
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
        Assert.Single(Occurrences(page, "</style>"));
        Assert.Contains("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#x27;x&#x27;", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_hash_for_a_content_security_policy_is_that_of_the_style_sheet()
    {
        var page = DigestHtml.Render(Digest);
        var start = page.IndexOf("<style>", StringComparison.Ordinal) + "<style>".Length;
        var sheet = page[start..page.IndexOf("</style>", StringComparison.Ordinal)];
        Assert.Equal($"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(sheet)))}", DigestHtml.StyleHash);
        // A browser reads CR LF as LF, and would compute another hash.
        Assert.DoesNotContain('\r', sheet);
    }

    [Fact]
    public void Json_has_the_shape_of_the_contract()
    {
        using var json = JsonDocument.Parse(JsonSerializer.Serialize(Digest, JsonSerializerOptions.Web));
        var root = json.RootElement;
        Assert.Equal(
            ["week", "revision", "composedAt", "headline", "sentences", "headlineFacts"],
            root.EnumerateObject().Select(property => property.Name));
        Assert.Equal("2017-02-04", root.GetProperty("week").GetString());
        var sentence = root.GetProperty("sentences")[2];
        Assert.Equal("The number of jurisdictions listed rose from 117 to 150.", sentence.GetProperty("text").GetString());
        Assert.Equal(
            """{"text":"150","ref":"/api/weeks/2017-02-04#/jurisdictionsListed"}""", sentence.GetProperty("facts")[1].GetRawText());
    }

    [Fact]
    public void A_digest_without_facts_of_its_headline_can_be_read()
    {
        const string Json = """{"week":"2017-02-04","revision":1,"composedAt":"2017-02-13T14:05:09Z","headline":"…","sentences":[]}""";
        Assert.Empty(JsonSerializer.Deserialize<Digest>(Json, JsonSerializerOptions.Web)!.HeadlineFacts);
    }

    private static IEnumerable<string> Occurrences(string text, string part) => text.Split(part).Skip(1);
}
