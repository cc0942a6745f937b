using DetainerLedger.Parsing.Tables;

namespace DetainerLedger.Parsing.Xlsx;

/// <summary>The header of a table in a sheet, recognized by its words at any position.</summary>
/// <param name="Columns">The column without which the section can't be read may be missing.</param>
/// <param name="Rows">One row, or two: a group of columns can have a header of its own above theirs.</param>
internal sealed record SheetHeader(ColumnMap Columns, int Rows)
{
    // Longer than any header; longer text, such as a criterion, isn't looked up.
    private const int LongestHeader = 80;

    // The columns that distinguish one table from another: each has places and states. If two tables are equally likely, the sheet's name decides.
    private static readonly (ReportSection Section, string Name, ReportField[] Own)[] Tables =
    [
        (ReportSection.Issued, "issue", [ReportField.Count]),
        (ReportSection.Listed, "polic", [ReportField.Aor, ReportField.Enacted, ReportField.Policy, ReportField.Criteria]),
        (ReportSection.Declined, "decline", [ReportField.Agency, ReportField.Citizenship, ReportField.IssuedOn, ReportField.DeclinedOn, ReportField.Reason, ReportField.Activity]),
    ];

    /// <summary>The header that begins with a row; null if there is none.</summary>
    /// <param name="next">The row directly below it, if there is one.</param>
    /// <param name="isInTable">Whether the row is below another header: then it must be a complete one.</param>
    public static SheetHeader? Of(TableRow row, TableRow? next, string sheet, bool isInTable)
    {
        var upper = Texts(row);
        var single = Best(upper, sheet, isInTable);
        if (next is null || Filled(row) == 0) return Header(single, 1);

        var lower = Texts(next);
        var both = IsBelow(upper, lower) ? Best(Levels(upper, lower), sheet, isInTable) : null;
        return both is not null && Known(both) > Known(single) && Known(both) > Known(Best(lower, sheet, isInTable)) ? new SheetHeader(both, 2) : Header(single, 1);
    }

    /// <summary>The text of a cell, if it is short enough for a header.</summary>
    public static string Text(IReadOnlyList<string> cell) => cell.Sum(line => line.Length) <= LongestHeader ? CellReader.Join(cell) ?? "" : "";

    private static SheetHeader? Header(ColumnMap? columns, int rows) => columns is null ? null : new SheetHeader(columns, rows);

    private static int Known(ColumnMap? columns) => columns?.Fields.Count ?? 0;

    private static ColumnMap? Best(string[] headers, string sheet, bool isInTable)
    {
        // Most rows are rows of facts, and contain no header at all.
        if (headers.Count(header => header.Length > 0) < 2 || !Array.Exists(headers, HeaderSynonyms.IsKnown)) return null;
        return Tables
            .Select(table => (Map: ColumnMap.Of(table.Section, headers), table.Own, IsNamed: sheet.Contains(table.Name, StringComparison.OrdinalIgnoreCase)))
            .Where(found => (found.Map.IsReadable && found.Own.Any(found.Map.Has)) || (!isInTable && IsMeant(found.Map, found.Own, found.IsNamed)))
            .OrderByDescending(found => found.Map.IsReadable)
            .ThenByDescending(found => found.Map.Fields.Count)
            .ThenByDescending(found => found.IsNamed)
            .Select(found => found.Map)
            .FirstOrDefault();
    }

    /// <summary>Whether a row is the header of a table, although a column is missing without which the table can't be read.</summary>
    private static bool IsMeant(ColumnMap columns, ReportField[] own, bool isNamed)
    {
        var isMostlyKnown = columns.Fields.Count * 2 >= columns.Headers.Count(header => header.Length > 0);
        return columns.Section == ReportSection.Issued ? isNamed && isMostlyKnown : isMostlyKnown && own.Count(columns.Has) >= 2;
    }

    // The header of a group is above its first column, or is merged over all of them.
    private static string[] Levels(string[] upper, string[] lower)
    {
        var levels = new string[Math.Max(upper.Length, lower.Length)];
        var group = "";
        for (var column = 0; column < levels.Length; column++)
        {
            var (above, below) = (At(upper, column), At(lower, column));
            if (above.Length > 0) group = below.Length > 0 ? above : "";
            levels[column] = (above, below) switch
            {
                (_, "") => above,
                ("", _) when group.Length == 0 || HeaderSynonyms.IsKnown(below) => below,
                ("", _) => $"{group} {below}",
                _ when above == below => below,
                _ when HeaderSynonyms.IsKnown($"{above} {below}") || !HeaderSynonyms.IsKnown(below) => $"{above} {below}",
                _ => below,
            };
        }

        return levels;
    }

    // Rows of facts contain values that no header has.
    private static bool IsBelow(string[] upper, string[] lower)
    {
        var filled = Enumerable.Range(0, lower.Length).Where(column => lower[column].Length > 0).ToList();
        return filled.Count > 0 && filled.TrueForAll(column => !lower[column].AsSpan().ContainsAnyInRange('0', '9'))
            && filled.Count(column => HeaderSynonyms.IsKnown(lower[column]) || HeaderSynonyms.IsKnown($"{At(upper, column)} {lower[column]}")) * 2 >= filled.Count;
    }

    private static string At(string[] headers, int column) => column < headers.Length ? headers[column] : "";

    private static string[] Texts(TableRow row) => [.. row.Cells.Select(Text)];

    private static int Filled(TableRow row) => row.Cells.Count(cell => cell.Count > 0);
}
