using System.IO.Compression;
using System.Text;
using Acceptance.App;
using Azure.Storage.Queues;

namespace Acceptance;

/// <summary>A file that can't be read is kept, with the reason, and does no harm.</summary>
public sealed class RejectedFileTests(TheApp app) : IClassFixture<TheApp>
{
    private static readonly Dictionary<string, byte[]> Files = new()
    {
        ["garbage.pdf"] = [.. Enumerable.Range(0, 2000).Select(i => (byte)(i * 7919 % 251))],
        ["empty.pdf"] = [],
        ["text-that-is-no-report.txt"] = "The weather will be fine."u8.ToArray(),
        ["page.html"] = "<!doctype html><title>404</title><p>Not found</p>"u8.ToArray(),
        ["archive.zip"] = Zip(),
        ["broken.pdf"] = Samples.Bytes(Samples.ReportOf(Samples.FirstWeek))[..4000],
        ["no-text.pdf"] = Pdf(""),
        ["letter.pdf"] = Pdf("BT /F1 12 Tf 72 700 Td (Dear colleague, the meeting is on Monday.) Tj ET"),
        ["something-else.json"] = """{"name":"package","version":"1.0.0"}"""u8.ToArray(),
        ["list.json"] = "[1,2,3]"u8.ToArray(),
        ["broken.json"] = """{"week":"2017-02-04","""u8.ToArray(),
        ["no-week.json"] = """{"detainersIssued":3,"declines":[],"listings":[],"highestVolume":[]}"""u8.ToArray(),
    };

    [Theory]
    [InlineData("garbage.pdf", "unsupported-format")]
    [InlineData("empty.pdf", "damaged-file")]
    [InlineData("text-that-is-no-report.txt", "unsupported-format")]
    [InlineData("page.html", "unsupported-format")]
    [InlineData("archive.zip", "unsupported-format")]
    [InlineData("broken.pdf", "damaged-file")]
    [InlineData("no-text.pdf", "no-text")]
    [InlineData("letter.pdf", "not-a-report")]
    [InlineData("something-else.json", "not-a-report")]
    [InlineData("list.json", "unsupported-format")]
    [InlineData("broken.json", "damaged-file")]
    [InlineData("no-week.json", "period-not-found")]
    public async Task Rejects_what_is_no_readable_report_and_keeps_it(string name, string code)
    {
        var file = Files[name];

        var arrival = await app.Drop($"dropped/{name}", file);

        Assert.Equal("rejected", arrival.Text("state"));
        Assert.Equal(code, arrival.Text("error.code"));
        Assert.Matches(@"\w+ \w+.*[.?]$", arrival.Text("error.message"));
        Assert.Null(arrival.At("week"));
        Assert.Null(arrival.At("revision"));
        Assert.Equal(file.Length, arrival.Number("bytes"));
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(file)), arrival.Text("sha256"));

        var cancellation = TestContext.Current.CancellationToken;
        var blob = await app.Reports().GetBlobClient($"dropped/{name}").DownloadContentAsync(cancellation);
        Assert.Equal(file, blob.Value.Content.ToArray());
        using var kept = await app.Get($"/api/reports/{arrival.Text("id")}/file");
        Assert.Equal(file, await kept.Content.ReadAsByteArrayAsync(cancellation));
        Assert.Equal("nosniff", Assert.Single(kept.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("attachment", kept.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Empty((await app.Read("/api/weeks")).Rows("weeks"));
    }

    [Fact]
    public async Task An_upload_that_cannot_be_read_is_taken_and_then_rejected()
    {
        var arrival = await app.Take("uploaded.json", Files["something-else.json"]);

        Assert.Equal("rejected", arrival.Text("state"));
        Assert.Equal("not-a-report", arrival.Text("error.code"));
    }

    [Fact]
    public async Task A_rejected_file_is_not_tried_again()
    {
        await app.Drop("once.bin", Files["garbage.pdf"]);
        // Whatever is dropped next, the trigger has passed it by then.
        await app.Drop("later.bin", [9]);

        Assert.Single((await app.Read("/api/reports?limit=1000")).Rows("reports"), report => report.Text("name") == "once.bin");
        var poison = new QueueClient(app.StorageConnectionString, "webjobs-blobtrigger-poison");
        var cancellation = TestContext.Current.CancellationToken;
        Assert.True(!await poison.ExistsAsync(cancellation) || (await poison.PeekMessagesAsync(32, cancellation)).Value.Length == 0);
    }

    private static byte[] Zip()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = new StreamWriter(zip.CreateEntry("readme.txt").Open()))
            entry.Write("Not a spreadsheet.");
        return bytes.ToArray();
    }

    /// <summary>A PDF of one page.</summary>
    private static byte[] Pdf(string content)
    {
        string[] objects =
        [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
            $"<</Length {content.Length}>>\nstream\n{content}\nendstream",
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        ];
        var pdf = new StringBuilder("%PDF-1.4\n");
        var table = new StringBuilder($"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        for (var i = 0; i < objects.Length; i++)
        {
            table.Append($"{pdf.Length:d10} 00000 n \n");
            pdf.Append($"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }
        var start = pdf.Length;
        pdf.Append(table).Append($"trailer\n<</Size {objects.Length + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(pdf.ToString());
    }
}
