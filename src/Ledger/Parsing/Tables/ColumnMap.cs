namespace DetainerLedger.Parsing.Tables;

/// <summary>Maps the columns of a table to fields. Columns come in any order, some are missing, and some are unknown.</summary>
public sealed class ColumnMap
{
    private readonly Dictionary<ReportField, List<int>> _columns = [];
    private readonly List<int> _unknown = [];
    private readonly List<int> _byValues = [];
    private readonly ReportField?[] _fields;
    private readonly bool _isShared;
    private IReadOnlyCollection<int> _others = [];

    private ColumnMap(ReportSection section, IReadOnlyList<string> headers, bool isShared)
    {
        (Section, Headers, _isShared) = (section, headers, isShared);
        for (var column = 0; column < headers.Count; column++)
        {
            if (HeaderSynonyms.Find(section, headers[column]) is { } field) Add(field, column);
            else if (!isShared && !string.IsNullOrWhiteSpace(headers[column]) && !HeaderSynonyms.IsRowNumber(headers[column])) _unknown.Add(column);
        }

        DropVague();
        _fields = new ReportField?[headers.Count];
        foreach (var (known, columns) in _columns)
            foreach (var column in columns)
                _fields[column] = known;
    }

    public ReportSection Section { get; }

    /// <summary>As printed, from left to right; empty for a column without a header.</summary>
    public IReadOnlyList<string> Headers { get; }

    public IReadOnlyCollection<ReportField> Fields => _columns.Keys;

    /// <summary>The columns of no known field, except row numbers. None if sections share the header: the field may belong to another section.</summary>
    public IReadOnlyList<int> UnknownColumns => _unknown;

    /// <summary>The columns whose headers aren't known, and that hold a field according to their values.</summary>
    public IReadOnlyList<int> ColumnsByValues => _byValues;

    /// <summary>The fields that the rows of a section require, and that no column holds.</summary>
    public IEnumerable<ReportField> MissingFields => Required(Section).Where(required => !Has(required));

    /// <summary>Whether the table can be read at all: it names places and states a fact about them.</summary>
    public bool IsReadable => Has(ReportField.Place) && (Section == ReportSection.Issued ? Has(ReportField.Count) : _columns.Count >= 2);

    /// <summary>Whether a column of a header that sections share has another use: it names or states a value of the report, or is unknown.</summary>
    public bool IsOther(int column) => _others.Contains(column);

    /// <summary>Maps headers from left to right. Several columns can hold one field: their texts are joined.</summary>
    public static ColumnMap Of(ReportSection section, IReadOnlyList<string> headers) => new(section, headers, isShared: false);

    /// <summary>
    /// Maps a header that the rows of all sections share: <c>issued</c> is a count in one section and a day in another, and a
    /// field may be in a column that was meant for another section.
    /// </summary>
    /// <param name="others">The columns that belong to no section's table.</param>
    public static ColumnMap OfShared(ReportSection section, IReadOnlyList<string> headers, IReadOnlyCollection<int> others) => new(section, headers, isShared: true) { _others = others };

    /// <summary>The same columns, of which an unknown one holds a field that has no other.</summary>
    internal ColumnMap With(ReportField field, int column)
    {
        var map = new ColumnMap(Section, Headers, _isShared) { _others = _others };
        foreach (var (known, other) in _byValues.Select(other => (_fields[other]!.Value, other)).Append((field, column)))
        {
            map.Add(known, other);
            map._unknown.Remove(other);
            map._byValues.Add(other);
            map._fields[other] = known;
        }

        return map;
    }

    public bool Has(ReportField field) => _columns.ContainsKey(field);

    /// <summary>The index of a field's first column, or null if the table has none.</summary>
    public int? IndexOf(ReportField field) => _columns.TryGetValue(field, out var columns) ? columns[0] : null;

    /// <summary>The indexes of all columns of a field, from left to right.</summary>
    public IReadOnlyList<int> IndexesOf(ReportField field) => _columns.TryGetValue(field, out var columns) ? columns : [];

    /// <summary>The field of a column, or null if it holds none.</summary>
    public ReportField? FieldOf(int column) => column < _fields.Length ? _fields[column] : null;

    /// <summary>The lines of a field's cell in a row; none if the cell or the column is missing.</summary>
    public IReadOnlyList<string> Lines(ReportField field, TableRow row)
    {
        if (!_columns.TryGetValue(field, out var columns)) return [];
        if (columns.Count == 1) return columns[0] < row.Cells.Count ? row.Cells[columns[0]] : [];
        var filled = columns.Where(column => column < row.Cells.Count && row.Cells[column].Count > 0).ToList();
        return filled.Count == 0 ? [] : filled.Count == 1 ? row.Cells[filled[0]] : JoinedColumns.Lines(field, this, row, filled);
    }

    private static ReportField[] Required(ReportSection section) => section switch
    {
        ReportSection.Issued => [ReportField.Place, ReportField.Count],
        ReportSection.Declined => [ReportField.Place, ReportField.DeclinedOn],
        ReportSection.Listed => [ReportField.Place, ReportField.Enacted],
        _ => [],
    };

    private void Add(ReportField field, int column)
    {
        if (_columns.TryGetValue(field, out var columns)) columns.Add(column);
        else _columns.Add(field, [column]);
    }

    // "Released" may mean the day of the decline, but not if another column is explicitly that day.
    private void DropVague()
    {
        foreach (var columns in _columns.Values.Where(columns => columns.Count > 1))
        {
            var vague = columns.FindAll(column => HeaderSynonyms.IsVague(Headers[column]));
            if (vague.Count == columns.Count) continue;
            columns.RemoveAll(vague.Contains);
            if (!_isShared) _unknown.AddRange(vague);
        }

        _unknown.Sort();
    }
}
