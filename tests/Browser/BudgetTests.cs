using System.IO.Compression;
using System.Text.RegularExpressions;
using Acceptance.App;
using Browser.Visits;

namespace Browser;

public sealed partial class BudgetTests(Site site)
{
    private const int Budget = 60 * 1024;

    [Theory]
    [MemberData(nameof(SitePages.All), MemberType = typeof(SitePages))]
    public async Task A_page_is_one_document_one_style_sheet_and_one_module_at_most_of_60_KB_together(string path)
    {
        var (html, size) = await Compressed(path);
        var styles = StyleSheets().Matches(html);
        var modules = Modules().Matches(html);
        Assert.Single(styles);
        Assert.InRange(modules.Count, 0, 1);
        foreach (var asset in styles.Concat(modules)) size += (await Compressed(asset.Groups["path"].Value)).Size;
        Assert.True(size <= Budget, $"{path} takes {size:N0} bytes.");
        TestContext.Current.TestOutputHelper?.WriteLine($"{path}: {size:N0} bytes");
    }

    private async Task<(string Text, int Size)> Compressed(string path)
    {
        using var answer = await site.App.Get(path, "Accept-Encoding: br");
        var body = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal(["br"], answer.Content.Headers.ContentEncoding);
        using var text = new StreamReader(new BrotliStream(new MemoryStream(body), CompressionMode.Decompress));
        return (await text.ReadToEndAsync(), body.Length);
    }

    [GeneratedRegex("""<link rel="stylesheet" href="(?<path>[^"]+)" ?/?>""")]
    private static partial Regex StyleSheets();

    [GeneratedRegex("""<script type="module" src="(?<path>[^"]+)">""")]
    private static partial Regex Modules();
}
