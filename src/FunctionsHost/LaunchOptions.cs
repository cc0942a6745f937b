using System.Net;

namespace FunctionsHost;

/// <summary>The validated options of the command line.</summary>
internal sealed record LaunchOptions
{
    public const string Localhost = "localhost";

    /// <summary>The full path of the app's assembly.</summary>
    public required string App { get; init; }

    public int Port { get; init; } = 7071;

    /// <summary><see cref="Localhost"/> or an IP address.</summary>
    public string Host { get; init; } = Localhost;

    public required string HostId { get; init; }

    public bool MakesEvents { get; init; } = true;

    public TimeSpan EventInterval { get; init; } = TimeSpan.FromSeconds(0.5);

    public TimeSpan StopTimeout { get; init; } = TimeSpan.FromSeconds(10);

    public bool StopsWithInput { get; init; }

    public string AppFolder => Path.GetDirectoryName(App)!;

    /// <summary>The address to listen on, or null for both loopback addresses.</summary>
    public IPAddress? Address => (Host, Port) switch
    {
        (Localhost, 0) => IPAddress.Loopback,
        (Localhost, _) => null,
        _ => IPAddress.Parse(Host),
    };
}
