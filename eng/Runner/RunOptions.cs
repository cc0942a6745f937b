using System.Globalization;
using OneMachine;

namespace Runner;

/// <summary>The command-line options, described in help.txt.</summary>
internal sealed record RunOptions
{
    public string Data { get; private init; } = Path.Combine(Repository.Root, ".local");

    public int Port { get; private init; } = 7071;

    public string? Key { get; private init; }

    public bool Samples { get; private init; } = true;

    public bool Once { get; private init; }

    public string? Drop { get; private init; }

    /// <summary>The page or file to watch; null for none.</summary>
    public Uri? Source { get; private init; }

    /// <summary>A regular expression over the addresses that the page links.</summary>
    public string Link { get; private init; } = @"\.(pdf|xlsx|csv|json)([?#].*)?$";

    /// <summary>The time between two looks.</summary>
    public TimeSpan Every { get; private init; } = TimeSpan.FromHours(1);

    public bool Verbose { get; private init; }

    /// <summary>Whether to use Azure Functions Core Tools instead of the local host.</summary>
    public bool CoreTools { get; private init; }

    /// <exception cref="UsageException">The message names the invalid argument.</exception>
    public static RunOptions Parse(IReadOnlyList<string> arguments)
    {
        var options = new RunOptions();
        for (var i = 0; i < arguments.Count; i++)
        {
            options = arguments[i] switch
            {
                "--data" => options with { Data = Path.GetFullPath(Value(ref i)) },
                "--port" => options with { Port = ParsePort(Value(ref i)) },
                "--key" => options with { Key = Value(ref i) },
                "--no-samples" => options with { Samples = false },
                "--once" => options with { Once = true },
                "--drop" => options with { Drop = ParseFolder(Value(ref i)) },
                "--source" => options with { Source = ParseSource(Value(ref i)) },
                "--link" => options with { Link = Value(ref i) },
                "--every" => options with { Every = ParseSeconds(Value(ref i)) },
                "--host" => options with { CoreTools = ParseHost(Value(ref i)) },
                "--verbose" => options with { Verbose = true },
                var other => throw new UsageException($"Unknown option {other}."),
            };
        }

        return options;

        string Value(ref int i) => i + 1 < arguments.Count && arguments[i + 1].Length > 0 && !arguments[i + 1].StartsWith("--", StringComparison.Ordinal)
            ? arguments[++i]
            : throw new UsageException($"{arguments[i]} needs a value.");
    }

    private static int ParsePort(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= 65535
            ? port
            : throw new UsageException($"--port {text}: the port must be a number from 0 to 65535.");

    private static Uri ParseSource(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address is { Scheme: "http" or "https" }
            ? address
            : throw new UsageException($"--source {text}: the source must be an absolute address, such as https://agency.example/reports.");

    private static TimeSpan ParseSeconds(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 1 and <= 604_800
            ? TimeSpan.FromSeconds(seconds)
            : throw new UsageException($"--every {text}: the time must be a number of seconds from 1 to 604800.");

    private static bool ParseHost(string text) => text switch
    {
        "local" => false,
        "func" => true,
        _ => throw new UsageException($"--host {text}: the host must be local or func."),
    };

    private static string ParseFolder(string text) =>
        Directory.Exists(text) ? Path.GetFullPath(text) : throw new UsageException($"--drop {text}: the folder does not exist.");
}

internal sealed class UsageException(string message) : Exception(message);

/// <summary>An error that ends the run; the message is for the user.</summary>
internal sealed class RunException(string message) : Exception(message);
