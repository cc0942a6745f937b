using DetainerLedger.Parsing.Tables;
using DetainerLedger.Places;

namespace DetainerLedger.Parsing.Pdf;

/// <summary>Recognizes rows that contain only the name of a state and are a heading for the rows below them.</summary>
internal static class StateHeadings
{
    /// <param name="above">The preceding row; null if there is none.</param>
    public static State? Of(ColumnMap map, RowOnPage row, RowOnPage? above)
    {
        if (map.IndexOf(ReportField.Place) is not { } place || row.Anchors > 0 || row.Filled != 1 || row.Cells[place].Count != 1) return null;
        if (StateNames.FindByFullName(row.Cells[place][0].TrimEnd(':', ' ')) is not { } state) return null;

        // Without a column of states, the name can be the end of the place above: “Marion County, West” and “Virginia”.
        return map.Has(ReportField.State) || above is null || StateOf(map, above) is not null ? state : null;
    }

    /// <summary>The state that a row prints: in a column of its own, or after its place.</summary>
    public static State? StateOf(ColumnMap map, RowOnPage row) => StateNames.Find(
        row.Text(map, ReportField.State) ?? CellReader.PlaceAndAor(row.Text(map, ReportField.Place)).Place?.Split(',')[^1].Trim());
}
