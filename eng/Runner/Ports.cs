using System.Net;
using System.Net.Sockets;

namespace Runner;

internal static class Ports
{
    /// <summary>A free port in place of 0: links in mails have to name it before the functions start.</summary>
    public static int Choose(int port)
    {
        if (port != 0) return port;
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <exception cref="RunException">The port is in use, or this user is not allowed to use it.</exception>
    public static void RequireFree(int port)
    {
        if (port == 0) return;
        // The functions listen on both addresses, since localhost may resolve to either.
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
                        throw new RunException($"Port {port} is in use. Choose another with --port, or use --port 0 for any free port.");
                    case SocketError.AccessDenied:
                        throw new RunException($"This user is not allowed to use port {port}. Choose 1024 or higher with --port, or use --port 0 for any free port.");
                    // A machine without IPv6 is fine.
                    case SocketError.AddressNotAvailable or SocketError.AddressFamilyNotSupported when address.Equals(IPAddress.IPv6Loopback):
                        break;
                    default:
                        throw new RunException($"Could not listen on port {port}: {refusal.Message}");
                }
            }
        }
    }
}
