namespace DetainerLedger.Parsing.Tables;

/// <summary>Which column of a table holds which field. Columns come in any order, some are missing, and some are nobody's.</summary>
public sealed class ColumnMap
{
    private readonly Dictionary<ReportField, int> _columns = [];

    private ColumnMap(ReportSection section) => Section = section;

    public ReportSection Section { get; }

    public IReadOnlyCollection<ReportField> Fields => _columns.Keys;

    /// <summary>Whether the table can be read at all: it names places and has a fact about them.</summary>
    public bool IsReadable => Has(ReportField.Place) && (Section == ReportSection.Issued ? Has(ReportField.Count) : _columns.Count >= 2);

    /// <summary>Maps headers from left to right; of two that name the same field, the first counts.</summary>
    public static ColumnMap Of(ReportSection section, IReadOnlyList<string> headers)
    {
        var map = new ColumnMap(section);
        for (var column = 0; column < headers.Count; column++)
            if (HeaderSynonyms.Find(section, headers[column]) is { } field)
                map._columns.TryAdd(field, column);
        return map;
    }

    public bool Has(ReportField field) => _columns.ContainsKey(field);

    /// <summary>The index of a field's column, or null when the table has none.</summary>
    public int? IndexOf(ReportField field) => _columns.TryGetValue(field, out var column) ? column : null;
}
