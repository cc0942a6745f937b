using System.Net.Sockets;
using System.Text;

namespace Endurance.Soak;

/// <summary>Clients that read a byte at a time, and clients that begin a request and never end it.</summary>
internal sealed class BadClients(Uri app)
{
    private const int Slow = 20;
    private const int HalfOpen = 100;

    private int _slow;
    private int _halfOpen;

    public async Task Run(CancellationToken stop) =>
        await Task.WhenAll([.. Enumerable.Range(0, Slow).Select(_ => Repeat(ReadSlowly, stop)), .. Enumerable.Range(0, HalfOpen).Select(_ => Repeat(BeginOnly, stop))]);

    public override string ToString() => $"{_slow:N0} responses to slow clients, {_halfOpen:N0} requests that were never ended";

    private static async Task Repeat(Func<CancellationToken, Task> visit, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await visit(stop);
            }
            catch (Exception end) when (end is IOException or SocketException or OperationCanceledException)
            {
                // The app may close such connections: that is its right.
            }

            await Task.Delay(100, CancellationToken.None);
        }
    }

    private async Task ReadSlowly(CancellationToken stop)
    {
        using var client = await Send("GET /api/jurisdictions/tx-travis-county/history HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", stop);
        var one = new byte[1];
        for (var read = 0; read < 300 && await client.GetStream().ReadAsync(one, stop) > 0; read++) await Task.Delay(100, stop);
        Interlocked.Increment(ref _slow);
    }

    private async Task BeginOnly(CancellationToken stop)
    {
        using var client = await Send("POST /api/reports?name=never.pdf HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100", stop);
        await Task.Delay(TimeSpan.FromSeconds(20), stop);
        Interlocked.Increment(ref _halfOpen);
    }

    private async Task<TcpClient> Send(string text, CancellationToken stop)
    {
        var client = new TcpClient();
        await client.ConnectAsync(app.Host, app.Port, stop);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(text), stop);
        return client;
    }
}
