using DetainerLedger.Functions.Api.Reports;
using DetainerLedger.Ingest;

namespace DetainerLedger.Functions.Tests.Reports;

public sealed class ArchivedFileResultTests
{
    [Fact]
    public async Task Sends_the_bytes_to_be_saved_and_not_to_be_shown()
    {
        var sent = await new ArchivedFileResult(Facts.Arrival with { Name = "año \"1\".pdf" }, new MemoryStream([1, 2, 3])).Send();
        Assert.Equal([1, 2, 3], sent.Bytes);
        Assert.Equal("application/pdf", sent.Response.ContentType);
        Assert.Equal(3, sent.Response.ContentLength);
        Assert.StartsWith("attachment; ", sent.Header("Content-Disposition"), StringComparison.Ordinal);
        Assert.Contains("filename*=UTF-8''a%C3%B1o%20%221%22.pdf", sent.Header("Content-Disposition"), StringComparison.Ordinal);
        Assert.Equal($"\"{Facts.Arrival.Sha256}\"", sent.Header("ETag"));
        Assert.Equal("public, max-age=31536000, immutable", sent.Header("Cache-Control"));
    }

    [Theory]
    [InlineData("pdf", "application/pdf")]
    [InlineData("json", "application/json")]
    [InlineData("csv", "text/csv")]
    [InlineData("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [InlineData(null, "application/octet-stream")]
    public async Task Its_type_is_the_one_that_was_read(string? format, string type) =>
        Assert.Equal(type, (await new ArchivedFileResult(Facts.Arrival with { Format = format }, new MemoryStream()).Send()).Response.ContentType);

    [Fact]
    public async Task What_the_client_holds_is_not_sent_again_and_the_file_is_closed()
    {
        var file = new MemoryStream([1]);
        var sent = await new ArchivedFileResult(Facts.Arrival, file).Send(Requests.Get("/api", ("If-None-Match", $"\"{Facts.Arrival.Sha256}\"")));
        Assert.Equal(304, sent.Status);
        Assert.Empty(sent.Bytes);
        Assert.False(file.CanRead);
    }

    [Fact]
    public async Task A_file_that_was_not_read_yet_has_no_tag_and_keeps_shortly()
    {
        var unread = new ArchivedFileResult(Facts.Arrival with { Sha256 = null, State = ArrivalState.Received }, new MemoryStream([1]));
        var sent = await unread.Send(Requests.Get("/api", ("If-None-Match", "*")));
        Assert.Equal(200, sent.Status);
        Assert.Null(sent.Header("ETag"));
        Assert.Equal("public, max-age=5", sent.Header("Cache-Control"));
    }
}
