using System.Text.Json;
using DetainerLedger.Storage.Blobs;

namespace DetainerLedger.Functions.Ingest;

/// <summary>The message that the Functions host writes into the poison queue when the function has failed too often for a blob.</summary>
public static class PoisonMessage
{
    public const string Queue = "webjobs-blobtrigger-poison";

    /// <returns>The name of a dropped blob; null for any other message.</returns>
    public static string? FindBlobName(string message)
    {
        try
        {
            using var json = JsonDocument.Parse(message);
            return json.RootElement.ValueKind == JsonValueKind.Object && Text(json, "ContainerName") == Containers.Reports ? Text(json, "BlobName") : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonDocument json, string name) =>
        json.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
}
