using System.Text.Json;
using DetainerLedger.Parsing.Tables;
using DetainerLedger.Places;
using DetainerLedger.Reports;

namespace DetainerLedger.Parsing.Json;

/// <summary>The dropped JSON file that is being read: the location of its rows, the places that they name, and its problems.</summary>
internal sealed class JsonSource(ArrivalId id, ReadOnlyMemory<byte> json, JsonFields fields, NameResolver places, CancellationToken cancellation)
{
    public const string Format = "json";

    private readonly ResolvedNames _names = new(places);
    private readonly Dictionary<string, List<int>> _lines = new(JsonLines.OfRows(json.Span));

    public JsonFields Fields => fields;

    public List<Check> Remarks { get; } = [];

    /// <summary>The location of an item of an array of the root.</summary>
    /// <param name="index">From 0.</param>
    public SourceLocation At(string list, int index, bool isRow = true)
    {
        cancellation.ThrowIfCancellationRequested();
        var line = _lines.TryGetValue(list, out var lines) && index < lines.Count ? lines[index] : (int?)null;
        return new SourceLocation(id, line, isRow ? index + 1 : null);
    }

    /// <summary>The location of the first of these values that the file has.</summary>
    public SourceLocation OfPath(params ReadOnlySpan<string> paths)
    {
        foreach (var path in paths)
            if (JsonLines.Of(json.Span, path) is { } line)
                return new SourceLocation(id, line, null);
        return new SourceLocation(id, null, null);
    }

    /// <summary>The place that a row names, resolved anew: ids and codes in a file are never trusted.</summary>
    public (Jurisdiction Jurisdiction, string AsPrinted) Place(JsonElement row, string path, SourceLocation at)
    {
        var named = JsonFields.Get(row, "jurisdiction");
        var (name, state) = named switch
        {
            { ValueKind: JsonValueKind.Object } place =>
                (fields.Text(place, JsonFields.Join(path, "jurisdiction"), "name"), fields.Text(place, JsonFields.Join(path, "jurisdiction"), "state")),
            { } text => (fields.TextOf(text, JsonFields.Join(path, "jurisdiction")), fields.Text(row, path, "state")),
            _ => (null, null),
        };
        var asPrinted = fields.Text(row, path, "asPrinted");
        if (asPrinted is not null) (name, state) = (asPrinted, null);
        asPrinted ??= string.Join(", ", new[] { name, state }.OfType<string>());
        if (named is null && asPrinted.Length == 0) fields.Fail(JsonFields.Join(path, "jurisdiction"), "is missing");
        return (SectionRows.Resolve(_names, name ?? "", state, asPrinted, at, Remarks), asPrinted);
    }

    public Reading.Refused? Refused() => fields.Problem is var (message, path) ? Refuse(RefusalCodes.DamagedFile, $"{path} {message}.", path) : null;

    public Reading.Refused Refuse(string code, string message, string path) => new(new Refusal(code, message, JsonLines.Of(json.Span, path), path), Format);
}
