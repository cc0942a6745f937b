using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace LocalHost.Host;

/// <summary>Puts settings in where an attribute names them: <c>%DigestSchedule%</c>.</summary>
internal static partial class Settings
{
    public static string Resolve(this IConfiguration configuration, string text, FunctionDescriptor function) =>
        Names().Replace(text, match => configuration[match.Groups["name"].Value] is { Length: > 0 } value
            ? value
            : throw new InvalidFunctionException($"{function.Name} needs the setting {match.Groups["name"].Value}, which is not set."));

    /// <summary>The connection string of a trigger's storage; <c>AzureWebJobsStorage</c> unless it names another.</summary>
    public static string StorageOf(this IConfiguration configuration, string? connection, string function)
    {
        var setting = connection ?? "AzureWebJobsStorage";
        return configuration[setting] is { Length: > 0 } value
            ? value
            : throw new InvalidFunctionException($"{function} needs the setting {setting}: the connection string of its storage.");
    }

    [GeneratedRegex("%(?<name>[^%]+)%")]
    private static partial Regex Names();
}
