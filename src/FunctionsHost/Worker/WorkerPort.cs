using System.Net.Sockets;

namespace FunctionsHost.Worker;

/// <summary>The worker announces its HTTP address before it listens there. A request that is forwarded too early would be lost.</summary>
internal static class WorkerPort
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);

    /// <exception cref="StartException">Nothing listens there after half a minute.</exception>
    public static async Task WaitUntilOpen(Uri address, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Limit);
        try
        {
            while (!await IsOpen(address, limit.Token)) await Task.Delay(Interval, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new StartException($"The worker said that it serves HTTP at {address}, and doesn't.");
        }
    }

    private static async Task<bool> IsOpen(Uri address, CancellationToken cancellation)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(address.Host, address.Port, cancellation);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
