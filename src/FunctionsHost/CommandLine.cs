using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace FunctionsHost;

/// <summary>Reads the arguments; help.txt describes them.</summary>
internal static partial class CommandLine
{
    public static bool AsksForHelp(IEnumerable<string> arguments) => arguments.Any(argument => argument is "--help" or "-h");

    /// <exception cref="CommandLineException">An argument is unknown, out of range or missing.</exception>
    public static LaunchOptions Parse(IReadOnlyList<string> arguments)
    {
        string? app = null;
        var options = new LaunchOptions { App = "", HostId = "" };
        for (var index = 0; index < arguments.Count; index++)
        {
            var name = arguments[index];
            string Value() => ++index < arguments.Count ? arguments[index] : throw new CommandLineException($"{name} needs a value.");
            options = name switch
            {
                "--port" => options with { Port = (int)Number(name, Value(), 0, IPEndPoint.MaxPort, whole: true) },
                "--host" => options with { Host = Host(Value()) },
                "--host-id" => options with { HostId = HostId(Value()) },
                "--no-events" => options with { MakesEvents = false },
                "--event-interval" => options with { EventInterval = TimeSpan.FromSeconds(Number(name, Value(), 0.05, 3600)) },
                "--stop-timeout" => options with { StopTimeout = TimeSpan.FromSeconds(Number(name, Value(), 0, 600)) },
                "--stop-with-input" => options with { StopsWithInput = true },
                _ when name.StartsWith('-') => throw new CommandLineException($"There is no option {name}."),
                _ when app is null => options with { App = app = name },
                _ => throw new CommandLineException($"{name} is a second app: one host runs one app."),
            };
        }

        if (app is null) throw new CommandLineException("The path of the app's assembly is missing.");
        if (!File.Exists(app)) throw new CommandLineException($"There is no file {app}.");
        var path = Path.GetFullPath(app);
        return options with { App = path, HostId = options.HostId.Length > 0 ? options.HostId : DefaultHostId(path) };
    }

    private static string Host(string value) => value == LaunchOptions.Localhost || IPAddress.TryParse(value, out _)
        ? value
        : throw new CommandLineException($"--host takes localhost or an IP address, not {value}.");

    private static string HostId(string value) => ValidHostId().IsMatch(value)
        ? value
        : throw new CommandLineException($"--host-id takes up to 32 lowercase letters, digits and single hyphens between them, not {value}.");

    private static double Number(string name, string value, double least, double most, bool whole = false)
    {
        var style = whole ? NumberStyles.None : NumberStyles.AllowDecimalPoint;
        return double.TryParse(value, style, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new CommandLineException(
                string.Create(CultureInfo.InvariantCulture, $"{name} takes {(whole ? "a whole number" : "a number")} from {least} to {most}, not {value}."));
    }

    // Two copies of an app on one machine don't share queues, and each copy finds its own again after a restart.
    private static string DefaultHostId(string app)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{Environment.MachineName}\n{app}"));
        return $"local-{Convert.ToHexStringLower(hash)[..16]}";
    }

    [GeneratedRegex("^(?=.{1,32}$)[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex ValidHostId();
}

internal sealed class CommandLineException(string message) : Exception(message);
