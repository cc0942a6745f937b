using System.Net;
using System.Net.Sockets;

namespace Runner;

internal static class Ports
{
    /// <exception cref="RunException">Something listens there, or this user may not.</exception>
    public static void RequireFree(int port)
    {
        if (port == 0) return;
        // The functions listen on both, since a client may take either for localhost.
        foreach (var address in new[] { IPAddress.Loopback, IPAddress.IPv6Loopback })
        {
            try
            {
                using var listener = new TcpListener(address, port);
                listener.Start();
            }
            catch (SocketException refusal)
            {
                switch (refusal.SocketErrorCode)
                {
                    case SocketError.AddressAlreadyInUse:
                        throw new RunException($"Port {port} is in use. Choose another with --port, or --port 0 for any free one.");
                    case SocketError.AccessDenied:
                        throw new RunException($"Port {port} is not allowed to this user. Choose one from 1024 on with --port, or --port 0 for any free one.");
                    // A machine without IPv6 is fine.
                    case SocketError.AddressNotAvailable or SocketError.AddressFamilyNotSupported when address.Equals(IPAddress.IPv6Loopback):
                        break;
                    default:
                        throw new RunException($"Port {port} can't be listened on: {refusal.Message}");
                }
            }
        }
    }
}
