namespace DetainerLedger.Parsing.Tables;

/// <summary>Which column of a table holds which field. Columns come in any order, some are missing, and some are nobody's.</summary>
public sealed class ColumnMap
{
    private readonly Dictionary<ReportField, List<int>> _columns = [];

    private ColumnMap(ReportSection section) => Section = section;

    public ReportSection Section { get; }

    public IReadOnlyCollection<ReportField> Fields => _columns.Keys;

    /// <summary>Whether the table can be read at all: it names places and has a fact about them.</summary>
    public bool IsReadable => Has(ReportField.Place) && (Section == ReportSection.Issued ? Has(ReportField.Count) : _columns.Count >= 2);

    /// <summary>Maps headers from left to right; of two that name the same field, the first counts.</summary>
    public static ColumnMap Of(ReportSection section, IReadOnlyList<string> headers) => Of(section, headers, isShared: false);

    /// <summary>
    /// Maps a header that the rows of all sections share: <c>issued</c> is a count to one and a day to another, and a
    /// field may stand in a column that was meant for another section. The first that is filled counts.
    /// </summary>
    public static ColumnMap OfShared(ReportSection section, IReadOnlyList<string> headers) => Of(section, headers, isShared: true);

    public bool Has(ReportField field) => _columns.ContainsKey(field);

    /// <summary>The index of a field's column, or null when the table has none.</summary>
    public int? IndexOf(ReportField field) => _columns.TryGetValue(field, out var columns) ? columns[0] : null;

    /// <summary>The lines of a field's cell in a row; none when the cell or the column is missing.</summary>
    public IReadOnlyList<string> Lines(ReportField field, TableRow row) =>
        _columns.TryGetValue(field, out var columns)
            ? columns.Where(column => column < row.Cells.Count).Select(column => row.Cells[column]).FirstOrDefault(cell => cell.Count > 0) ?? []
            : [];

    private static ColumnMap Of(ReportSection section, IReadOnlyList<string> headers, bool isShared)
    {
        var map = new ColumnMap(section);
        for (var column = 0; column < headers.Count; column++)
        {
            if (HeaderSynonyms.Find(section, headers[column]) is not { } field) continue;
            if (!map._columns.TryGetValue(field, out var columns)) map._columns.Add(field, [column]);
            else if (isShared) columns.Add(column);
        }

        return map;
    }
}
