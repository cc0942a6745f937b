using System.Globalization;
using System.Text.Json;

namespace DetainerLedger.Parsing.Json;

/// <summary>The lines of a JSON file on which its values begin, from 1.</summary>
internal static class JsonLines
{
    /// <summary>The lines of the objects in each array of the root, by the array's name.</summary>
    public static IReadOnlyDictionary<string, List<int>> OfRows(ReadOnlySpan<byte> json)
    {
        var rows = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var reader = new Utf8JsonReader(json);
        var (line, counted, property) = (1, 0, "");
        while (reader.Read())
        {
            if (reader is { TokenType: JsonTokenType.PropertyName, CurrentDepth: 1 }) property = NameOf(ref reader);
            if (reader.CurrentDepth != 2 || reader.TokenType is JsonTokenType.PropertyName or JsonTokenType.EndArray or JsonTokenType.EndObject) continue;
            line += LineFeeds(json, ref counted, (int)reader.TokenStartIndex);
            if (!rows.TryGetValue(property, out var lines)) rows[property] = lines = [];
            lines.Add(line);
        }

        return rows;
    }

    /// <summary>The line of one value, such as <c>declines[3].issued</c>; if there is none, the line of the nearest enclosing value.</summary>
    public static int? Of(ReadOnlySpan<byte> json, string path)
    {
        for (var wanted = path; wanted.Length > 0; wanted = wanted[..Math.Max(0, wanted.LastIndexOfAny(['.', '[']))])
            if (Find(json, wanted) is { } line)
                return line;
        return null;
    }

    private static int? Find(ReadOnlySpan<byte> json, string path)
    {
        var reader = new Utf8JsonReader(json);
        var around = new Stack<(string Path, int Index)>();
        var (line, counted, current) = (1, 0, "");
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    current = around.Peek().Path is { Length: > 0 } outer ? $"{outer}.{NameOf(ref reader)}" : NameOf(ref reader);
                    continue;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    around.Pop();
                    continue;
            }

            if (around.TryPeek(out var array) && array.Index >= 0)
            {
                around.Pop();
                around.Push((array.Path, array.Index + 1));
                current = string.Create(CultureInfo.InvariantCulture, $"{array.Path}[{array.Index}]");
            }

            if (current == path) return line + LineFeeds(json, ref counted, (int)reader.TokenStartIndex);
            if (reader.TokenType == JsonTokenType.StartObject) around.Push((current, -1));
            if (reader.TokenType == JsonTokenType.StartArray) around.Push((current, 0));
        }

        return null;
    }

    // A name that isn't valid text matches nothing.
    private static string NameOf(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            return "";
        }
    }

    private static int LineFeeds(ReadOnlySpan<byte> json, ref int counted, int upTo)
    {
        var feeds = json[counted..upTo].Count((byte)'\n');
        counted = upTo;
        return feeds;
    }
}
