using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using Acceptance.App;
using Azure.Data.Tables;

namespace Acceptance;

/// <summary>Storage that fails, and callers who leave: on the real worker, with the queues of the real extensions.</summary>
public sealed class OutageTests : IAsyncLifetime
{
    private readonly TheApp _app = new()
    {
        MoreSettings = new Dictionary<string, string> { ["Ledger__Ingest__RetryFor"] = "00:00:00", ["Ledger__Ingest__RetryAfter"] = "00:00:00" },
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _app.InitializeAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_file_that_the_host_gave_up_on_is_published_when_storage_is_back()
    {
        var tables = new TableServiceClient(_app.StorageConnectionString);
        await tables.DeleteTableAsync("LedgerArrivals", Cancellation);
        await _app.Reports().GetBlobClient("dropped.json").UploadAsync(
            new BinaryData(SmallReport.Of("2017-02-04", 100, ["Travis County, Texas"], [])), Cancellation);
        await Until(async () => await tables.GetTableClient("LedgerRetries").QueryAsync<TableEntity>(cancellationToken: Cancellation).AnyAsync(Cancellation));

        await tables.CreateTableAsync("LedgerArrivals", Cancellation);
        await RunRetries();

        await Until(async () => (await _app.Read("/api/reports")).Rows("reports").Any(report => report.Text("state") == "published"));
        // The note is deleted after the publication that it was kept for.
        await Until(async () => !await tables.GetTableClient("LedgerRetries").QueryAsync<TableEntity>(cancellationToken: Cancellation).AnyAsync(Cancellation));
    }

    [Fact]
    public async Task A_caller_who_breaks_an_upload_off_is_no_failure()
    {
        using (var socket = new TcpClient())
        {
            await socket.ConnectAsync(_app.Http.BaseAddress!.Host, _app.Http.BaseAddress.Port, Cancellation);
            var head = $"POST /api/reports?name=broken-off.pdf HTTP/1.1\r\nHost: localhost\r\nx-functions-key: {TheApp.Key}\r\nContent-Length: 20000000\r\n\r\n";
            await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head), Cancellation);
            await socket.GetStream().WriteAsync(new byte[100_000], Cancellation);
            // The function has to be running by then.
            await Task.Delay(5000, Cancellation);
            socket.Client.LingerState = new LingerOption(true, 0);
        }

        await _app.WaitForOutput("The client of PostReport disconnected");
        Assert.DoesNotContain("PostReport failed", _app.Output, StringComparison.Ordinal);
        Assert.Empty((await _app.Read("/api/reports")).Rows("reports"));
    }

    private async Task RunRetries()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/admin/functions/RetryReports") { Content = JsonContent.Create(new { input = "" }) };
        request.Headers.Add("x-functions-key", TheApp.Key);
        using var answer = await _app.Http.SendAsync(request, Cancellation);
        Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode}");
    }

    // A poison queue is looked into once a minute when it has been empty for long.
    private async Task Until(Func<Task<bool>> happened)
    {
        for (var i = 0; i < 180; i++)
        {
            if (await happened()) return;
            await Task.Delay(500, Cancellation);
        }

        Assert.Fail(_app.Output);
    }
}
