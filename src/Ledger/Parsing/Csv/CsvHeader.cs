using CsvHelper;
using DetainerLedger.Parsing.Tables;

namespace DetainerLedger.Parsing.Csv;

/// <summary>The record that names the columns, for the rows of all sections.</summary>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Width">How many columns it names.</param>
/// <param name="Section">The column that states to which section a row belongs.</param>
/// <param name="Name">The column that names the value in <paramref name="Value"/>, in the rows of the report itself.</param>
/// <param name="Value">The column of values, and of notices.</param>
internal sealed record CsvHeader(int Line, int Width, int Section, int? Name, int? Value, IReadOnlyDictionary<ReportSection, ColumnMap> Columns)
{
    /// <summary>The headers that belong to no section.</summary>
    public IEnumerable<string> Unknown =>
        from header in Columns.Values.First().Headers.Index()
        where header.Item.Length > 0 && header.Index != Section && header.Index != Name && header.Index != Value
            && Columns.Values.All(map => map.FieldOf(header.Index) is null) && !HeaderSynonyms.IsRowNumber(header.Item)
        select header.Item;

    /// <summary>The header, if the reader's current record is one.</summary>
    public static CsvHeader? Of(CsvReader csv)
    {
        var headers = new string[csv.FieldCount];
        for (var column = 0; column < headers.Length; column++) headers[column] = CellReader.Text(csv.GetString(column))?.Trim() ?? "";

        if (Find(headers, "section") is not { } section) return null;
        var (name, value) = (Find(headers, "name", "field", "item"), Find(headers, "value", "text", "notice"));
        var sections = new[] { ReportSection.Issued, ReportSection.Declined, ReportSection.Listed };
        var others = headers.Index()
            .Where(header => header.Index == section || header.Index == name || header.Index == value
                || (header.Item.Length > 0 && sections.All(kind => HeaderSynonyms.Find(kind, header.Item) is null)))
            .Select(header => header.Index)
            .ToHashSet();
        var columns = sections.ToDictionary(kind => kind, kind => ColumnMap.OfShared(kind, headers, others));
        return columns.Values.Any(map => map.IsReadable)
            ? new CsvHeader((int)csv.LineNumber, headers.Length, section, name, value, columns)
            : null;
    }

    private static int? Find(string[] headers, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (Array.FindIndex(headers, header => string.Equals(header, name, StringComparison.OrdinalIgnoreCase)) is >= 0 and var column)
                return column;
        return null;
    }
}
