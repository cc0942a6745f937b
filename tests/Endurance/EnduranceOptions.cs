using System.Globalization;

namespace Endurance;

/// <summary>The command-line options, described in chaos.txt and soak.txt.</summary>
internal sealed record EnduranceOptions
{
    public TimeSpan Time { get; private init; }

    public int Hosts { get; private init; } = 2;

    public int Clients { get; private init; } = 16;

    public int Seed { get; private init; }

    public bool Verbose { get; private init; }

    /// <exception cref="UsageException">The message names the invalid argument.</exception>
    public static EnduranceOptions Parse(IReadOnlyList<string> arguments, TimeSpan time, int seed)
    {
        var options = new EnduranceOptions { Time = time, Seed = seed };
        for (var i = 0; i < arguments.Count; i++)
        {
            options = arguments[i] switch
            {
                "--minutes" => options with { Time = TimeSpan.FromMinutes(Number(ref i, 0.1, 600)) },
                "--hosts" => options with { Hosts = (int)Number(ref i, 1, 8) },
                "--clients" => options with { Clients = (int)Number(ref i, 1, 256) },
                "--seed" => options with { Seed = (int)Number(ref i, 0, int.MaxValue) },
                "--verbose" => options with { Verbose = true },
                var other => throw new UsageException($"Unknown option {other}."),
            };
        }

        return options;

        double Number(ref int i, double least, double most)
        {
            var name = arguments[i];
            return i + 1 < arguments.Count
                && double.TryParse(arguments[++i], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                && number >= least && number <= most
                ? number
                : throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"{name} takes a number from {least} to {most}."));
        }
    }
}

internal sealed class UsageException(string message) : Exception(message);
