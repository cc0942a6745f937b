using System.Text;
using DetainerLedger.Watching.Http;

namespace DetainerLedger.Watching.Tests;

public sealed class PageLinkTests
{
    private static readonly Uri Page = new("https://agency.example/reports/index.html");

    static PageLinkTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static TheoryData<string, bool> Encodings { get; } = new()
    {
        { "utf-8", true }, { "utf-8", false }, { "windows-1252", true }, { "windows-1252", false }, { "iso-8859-1", true }, { "iso-8859-2", true },
        { "windows-1251", true }, { "koi8-r", true }, { "shift_jis", true }, { "euc-jp", true }, { "gb18030", true }, { "big5", true },
        { "euc-kr", true }, { "utf-16", true },
    };

    [Theory, MemberData(nameof(Encodings))]
    public async Task Links_are_found_in_any_encoding(string encoding, bool inHeader)
    {
        // A page in UTF-16 begins with a byte order mark.
        var bytes = Encoding.GetEncoding(encoding).GetBytes(
            (encoding == "utf-16" ? "\uFEFF" : "") + $"<!doctype html><html><head><meta charset=\"{encoding}\"><title>x</title></head><body><a href=\"week.pdf\">Report</a></body></html>");

        var links = await Find(bytes, inHeader ? $"text/html; charset={encoding}" : "text/html");

        Assert.Equal(["https://agency.example/reports/week.pdf"], links);
    }

    [Fact]
    public async Task Links_are_absolute_without_fragments_and_each_is_there_once()
    {
        var html = """
            <base href="/files/"><a href="a.pdf#page=2">a</a><a href="a.pdf">again</a><a href="//agency.example/b.pdf?x=1&amp;y=2">b</a>
            <a href="mailto:x@agency.example?a.pdf">no</a><a href="ftp://agency.example/c.pdf">no</a><a href="https://user@agency.example/d.pdf">no</a>
            <map><area href="e.pdf"></map><link href="f.pdf"><a>no</a><a href="http://[bad/.pdf">no</a><!-- <a href="g.pdf"> -->
            <script>document.write('<a href="h.pdf">')</script>
            """u8.ToArray();

        Assert.Equal(
            ["https://agency.example/files/a.pdf", "https://agency.example/b.pdf?x=1&y=2", "https://agency.example/files/e.pdf"],
            await Find(html, "text/html", @"\.pdf"));
    }

    private static async Task<IEnumerable<string>> Find(byte[] body, string contentType, string pattern = @"\.pdf$") =>
        (await PageLinks.Find(Page, body, contentType, SourceList.Pattern(pattern), TestContext.Current.CancellationToken)).Select(link => link.AbsoluteUri);
}
