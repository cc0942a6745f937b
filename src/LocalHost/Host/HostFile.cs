using System.Text.Json;

namespace LocalHost.Host;

/// <summary>What of <c>host.json</c> counts here.</summary>
internal sealed record HostFile(string RoutePrefix, int PoisonBlobThreshold, int BlobsAtOnce)
{
    private static readonly JsonDocumentOptions AsTheHostReads = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public static HostFile Read(string folder)
    {
        var path = Path.Combine(folder, "host.json");
        if (!File.Exists(path)) throw new InvalidFunctionException($"There is no host.json in {folder}.");
        try
        {
            using var file = JsonDocument.Parse(File.ReadAllText(path), AsTheHostReads);
            return new HostFile(
                RoutePrefix: Find(file.RootElement, "http", "routePrefix")?.GetString() ?? "api",
                PoisonBlobThreshold: Count(file.RootElement, "poisonBlobThreshold") ?? 5,
                BlobsAtOnce: Count(file.RootElement, "maxDegreeOfParallelism") ?? 8 * Environment.ProcessorCount);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException or FormatException)
        {
            throw new InvalidFunctionException($"{path} can't be read: {failure.Message}");
        }
    }

    private static int? Count(JsonElement root, string setting) => Find(root, "blobs", setting)?.GetInt32() switch
    {
        null => null,
        > 0 and var count => count,
        var count => throw new FormatException($"extensions.blobs.{setting} is {count} and must be positive."),
    };

    private static JsonElement? Find(JsonElement root, string extension, string setting) =>
        root.TryGetProperty("extensions", out var extensions) && extensions.TryGetProperty(extension, out var section) && section.TryGetProperty(setting, out var value)
            ? value
            : null;
}
