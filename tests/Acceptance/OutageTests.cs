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
        MoreSettings = new Dictionary<string, string>
        {
            ["Ledger__Ingest__RetryFor"] = "00:00:00",
            ["Ledger__Ingest__RetryAfter"] = "00:00:00",
            // Otherwise a poison queue that has been empty for long is polled once a minute.
            ["AzureFunctionsJobHost__extensions__queues__maxPollingInterval"] = "00:00:01",
        },
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
        // The function has to be running when the caller leaves, which nothing outside shows: each attempt stays longer.
        const string Logged = "The client of PostReport disconnected";
        for (var stays = TimeSpan.FromSeconds(0.5); !_app.Output.Contains(Logged, StringComparison.Ordinal) && stays < TimeSpan.FromMinutes(1); stays *= 2)
        {
            await BreakOffUpload(stays);
            await Task.Delay(stays, Cancellation);
        }

        await _app.WaitForOutput(Logged);
        Assert.DoesNotContain("PostReport failed", _app.Output, StringComparison.Ordinal);
        Assert.Empty((await _app.Read("/api/reports")).Rows("reports"));
    }

    private async Task BreakOffUpload(TimeSpan after)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(_app.Http.BaseAddress!.Host, _app.Http.BaseAddress.Port, Cancellation);
        var head = $"POST /api/reports?name=broken-off.pdf HTTP/1.1\r\nHost: localhost\r\nx-functions-key: {TheApp.Key}\r\nContent-Length: 20000000\r\n\r\n";
        await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head), Cancellation);
        await socket.GetStream().WriteAsync(new byte[100_000], Cancellation);
        await Task.Delay(after, Cancellation);
        socket.Client.LingerState = new LingerOption(true, 0);
    }

    private async Task RunRetries()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/admin/functions/RetryReports") { Content = JsonContent.Create(new { input = "" }) };
        request.Headers.Add("x-functions-key", TheApp.Key);
        using var answer = await _app.Http.SendAsync(request, Cancellation);
        Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode}");
    }

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
