using System.Globalization;
using System.Text.Json;
using DetainerLedger.Parsing.Tables;

namespace DetainerLedger.Parsing.Json;

/// <summary>Reads the fields of a dropped JSON file. The first one that can't be read sets <see cref="Problem"/>; later reads are empty.</summary>
internal sealed class JsonFields
{
    /// <summary>The problem, and the path to it.</summary>
    public (string Message, string Path)? Problem { get; private set; }

    public void Fail(string path, string message) => Problem ??= (message, path);

    /// <summary>The value of a key; null if it is missing or is null itself.</summary>
    public static JsonElement? Get(JsonElement parent, string key) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(key, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    public static string Join(string path, string key) => path.Length == 0 ? key : $"{path}.{key}";

    public static string Item(string path, int index) => string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]");

    public string? Text(JsonElement parent, string path, string key) => Get(parent, key) is { } value ? TextOf(value, Join(path, key)) : null;

    /// <summary>Text of several paragraphs, separated by line feeds.</summary>
    public string? Paragraphs(JsonElement parent, string path, string key)
    {
        if (Get(parent, key) is not { } value || Raw(value, Join(path, key)) is not { } raw) return null;
        return string.Join('\n', raw.Split('\n').Select(CellReader.Text).OfType<string>()) is { Length: > 0 } text ? text : null;
    }

    public string? TextOf(JsonElement value, string path) => CellReader.Text(Raw(value, path));

    /// <summary>A count from 0, as a number or as text with thousands separators.</summary>
    public int? Count(JsonElement parent, string path, string key)
    {
        if (Get(parent, key) is not { } value) return null;
        var count = value.ValueKind switch
        {
            JsonValueKind.Number => value.TryGetInt32(out var number) && number >= 0 ? number : null,
            JsonValueKind.String => CellReader.Count(Raw(value, Join(path, key))),
            _ => (int?)null,
        };
        if (count is null) Fail(Join(path, key), "is not a count: a whole number from 0 is expected");
        return count;
    }

    public DateOnly? Date(JsonElement parent, string path, string key) =>
        Text(parent, path, key) is { } text ? Date(CellReader.Date(text), Join(path, key)) : null;

    /// <summary>A day parsed from text that is present: null is a problem.</summary>
    public DateOnly? Date(DateOnly? day, string path)
    {
        if (day is null) Fail(path, "is not a day: a date as 2017-02-04 is expected");
        return day;
    }

    /// <summary>The items of an array with their paths; none if the key is missing.</summary>
    public IEnumerable<(JsonElement Value, string Path)> Items(JsonElement parent, string path, string key)
    {
        if (Get(parent, key) is not { } value) yield break;
        var at = Join(path, key);
        if (value.ValueKind != JsonValueKind.Array)
        {
            Fail(at, "is not a list");
            yield break;
        }

        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            if (Problem is not null) yield break;
            yield return (item, Item(at, index++));
        }
    }

    /// <summary>Like <see cref="Items"/>, but each item must be an object.</summary>
    public IEnumerable<(JsonElement Value, string Path)> Objects(JsonElement parent, string path, string key)
    {
        foreach (var item in Items(parent, path, key))
        {
            if (item.Value.ValueKind == JsonValueKind.Object) yield return item;
            else Fail(item.Path, "is not an object");
        }
    }

    private string? Raw(JsonElement value, string path)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            Fail(path, "is not text");
            return null;
        }

        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, or bytes that aren't valid UTF-8.
            Fail(path, "is text with characters that don't exist");
            return null;
        }
    }
}
