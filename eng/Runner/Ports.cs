using System.Net;
using System.Net.Sockets;

namespace Runner;

internal static class Ports
{
    /// <exception cref="RunException">Something listens there.</exception>
    public static void RequireFree(int port)
    {
        if (port == 0) return;
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
        }
        catch (SocketException)
        {
            throw new RunException($"Port {port} is in use. Choose another with --port, or --port 0 for any free one.");
        }
    }
}
