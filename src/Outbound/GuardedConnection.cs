using System.Net;
using System.Net.Sockets;

namespace DetainerLedger.Outbound;

/// <summary>
/// Connects only to public addresses. The check is made on the addresses to which the socket then connects: a name that resolves
/// differently for a later question gains nothing.
/// </summary>
/// <param name="resolve">Finds the addresses of a host.</param>
internal sealed class GuardedConnection(OutboundPolicy policy, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
{
    public async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        IPAddress[] addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await resolve(host, cancellation);
        // One private address among public ones is refused too: that is how a private one is smuggled in.
        if (addresses.Length == 0 || !addresses.All(IsAllowed)) throw new RefusedAddressException("The host has an address that is not public.");

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private bool IsAllowed(IPAddress address) => PublicAddresses.IsPublic(address) || (policy.AllowLocal && IPAddress.IsLoopback(address));
}
