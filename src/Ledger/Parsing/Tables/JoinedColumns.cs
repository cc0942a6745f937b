namespace DetainerLedger.Parsing.Tables;

/// <summary>Two columns that hold one field, such as two reasons, or a county beside its city.</summary>
internal static class JoinedColumns
{
    /// <summary>Whether the texts of two columns can be combined; two days or counts can't.</summary>
    public static bool CanJoin(ReportField field) =>
        field is not (ReportField.Count or ReportField.IssuedOn or ReportField.DeclinedOn or ReportField.State or ReportField.Disposition or ReportField.Enacted);

    /// <param name="filled">The field's columns that aren't empty in the row; at least two.</param>
    public static IReadOnlyList<string> Lines(ReportField field, ColumnMap columns, TableRow row, List<int> filled)
    {
        if (field == ReportField.Place) filled = [.. filled.OrderBy(column => IsCounty(columns.Headers[column]))];
        var texts = filled.Select(column => (Lines: row.Cells[column], Text: CellReader.Join(row.Cells[column]) ?? "")).DistinctBy(cell => cell.Text, StringComparer.OrdinalIgnoreCase).ToList();
        if (texts.Count == 1 || !CanJoin(field)) return texts[0].Lines;
        if (field == ReportField.Criteria) return [.. texts.SelectMany(cell => cell.Lines)];

        // One column may contain all of another's text, and more. "Boulder" and "Boulder County" are two places.
        if (field != ReportField.Place) texts.RemoveAll(cell => texts.Exists(other => other != cell && other.Text.Contains(cell.Text, StringComparison.OrdinalIgnoreCase)));
        return [string.Join(field == ReportField.Place ? ", " : "; ", texts.Select(cell => cell.Text))];
    }

    /// <summary>
    /// Whether several columns of a field are filled in a row, and differ, although they can't be joined or have the same header:
    /// then nothing shows what each of them adds.
    /// </summary>
    public static bool Conflict(ReportField field, ColumnMap columns, TableRow row)
    {
        var indexes = columns.IndexesOf(field);
        if (indexes.Count < 2) return false;
        var filled = indexes.Where(column => column < row.Cells.Count && row.Cells[column].Count > 0).ToList();
        return CanJoin(field)
            ? filled.GroupBy(column => columns.Headers[column].Trim(), StringComparer.OrdinalIgnoreCase).Any(alike => Differ(alike, row))
            : Differ(filled, row);
    }

    private static bool Differ(IEnumerable<int> filled, TableRow row) =>
        filled.Select(column => CellReader.Join(row.Cells[column])).Distinct(StringComparer.OrdinalIgnoreCase).Skip(1).Any();

    // A city is followed by its county: "Iowa City, Johnson County".
    private static bool IsCounty(string header) => header.Contains("county", StringComparison.OrdinalIgnoreCase) && !header.Contains("city", StringComparison.OrdinalIgnoreCase);
}
