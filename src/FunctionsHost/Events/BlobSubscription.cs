using System.Text.RegularExpressions;
using FunctionsHost.Rpc;

namespace FunctionsHost.Events;

/// <summary>A function that Event Grid notifies of blobs, and the prefix and suffix of its path that select them, as in an event subscription's filter.</summary>
internal sealed partial record BlobSubscription(string Function, string Connection, string Container, string Prefix, string Suffix)
{
    public bool Includes(string blob) =>
        blob.Length >= Prefix.Length + Suffix.Length && blob.StartsWith(Prefix, StringComparison.Ordinal) && blob.EndsWith(Suffix, StringComparison.Ordinal);

    /// <returns>Null if the function isn't triggered by blob events.</returns>
    /// <exception cref="StartException">A setting named by its path or connection isn't set.</exception>
    public static BlobSubscription? Of(FunctionMetadata function, IConfiguration configuration)
    {
        if (function.TriggerType != "blobtrigger" || !string.Equals(function.Text("source"), "EventGrid", StringComparison.OrdinalIgnoreCase)) return null;
        var path = Setting().Replace(
            function.Text("path")!,
            match => configuration[match.Groups["name"].Value] ?? throw new StartException($"{function.Name} names the setting {match.Groups["name"].Value}, which isn't set."));
        var parts = path.Split('/', 2);
        var pattern = parts.ElementAtOrDefault(1) ?? "";
        var connection = function.Text("connection") is { Length: > 0 } name ? name : "Storage";
        return new BlobSubscription(
            function.Name,
            configuration[$"AzureWebJobs{connection}"]
                ?? configuration[connection]
                ?? throw new StartException($"{function.Name} wants a storage account: set AzureWebJobs{connection} or {connection}."),
            parts[0],
            pattern.Contains('{', StringComparison.Ordinal) ? pattern[..pattern.IndexOf('{', StringComparison.Ordinal)] : pattern,
            pattern.Contains('}', StringComparison.Ordinal) ? pattern[(pattern.LastIndexOf('}') + 1)..] : "");
    }

    [GeneratedRegex("%(?<name>[^%]+)%", RegexOptions.CultureInvariant)]
    private static partial Regex Setting();
}
