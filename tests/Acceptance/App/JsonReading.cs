using System.Text.Json.Nodes;

namespace Acceptance.App;

/// <summary>Reads JSON by dotted paths, so that a test reads like the answer.</summary>
public static class JsonReading
{
    /// <summary>The value at a path, which must exist; null for a null.</summary>
    public static JsonNode? At(this JsonNode? node, string path)
    {
        foreach (var name in path.Split('.'))
        {
            if (int.TryParse(name, out var index))
            {
                node = Assert.IsType<JsonArray>(node)[index];
                continue;
            }
            var members = Assert.IsType<JsonObject>(node);
            Assert.True(members.TryGetPropertyValue(name, out node), $"No {name} of {path} in {members}");
        }
        return node;
    }

    public static int? Number(this JsonNode? node, string path) => node.At(path)?.GetValue<int>();

    public static string? Text(this JsonNode? node, string path) => node.At(path)?.GetValue<string>();

    public static IReadOnlyList<JsonNode> Rows(this JsonNode? node, string path) =>
        [.. Assert.IsType<JsonArray>(node.At(path)).Select(row => Assert.IsAssignableFrom<JsonNode>(row))];

    public static IReadOnlyList<string?> Texts(this JsonNode? node, string path) =>
        [.. node.Rows(path).Select(row => row.GetValue<string>())];
}
