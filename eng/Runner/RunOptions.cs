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

    /// <summary>Whether webhooks may use http and loopback addresses.</summary>
    public bool LocalWebhooks { get; private init; }

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
                "--host" => options with { CoreTools = ParseHost(Value(ref i)) },
                "--local-webhooks" => options with { LocalWebhooks = true },
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
