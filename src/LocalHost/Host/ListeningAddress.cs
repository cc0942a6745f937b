using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace LocalHost.Host;

/// <summary>Where the app listens, as the server takes it.</summary>
internal static class ListeningAddress
{
    public const string Rule = "LocalHost:Host has to be localhost or an IP address.";

    /// <summary>The server takes whatever is no address for all addresses: a slip of the pen would open the app to the network.</summary>
    public static bool IsOne(string? host) => string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) || IPAddress.TryParse(host, out _);

    public static string Url(LocalHostOptions options)
    {
        var host = IPAddress.TryParse(options.Host, out var address) && address.AddressFamily == AddressFamily.InterNetworkV6
            ? $"[{address}]"
            : options.Host;
        return string.Create(CultureInfo.InvariantCulture, $"http://{host}:{options.Port}");
    }
}
