using System.Globalization;
using DetainerLedger.Parsing.Tables;

namespace DetainerLedger.Parsing.Xlsx;

/// <param name="Lines">The cell's text; none only if it was not calculated.</param>
/// <param name="IsUncalculated">Whether it contains a formula whose value is not in the file.</param>
internal sealed record SheetCell(IReadOnlyList<string> Lines, bool IsUncalculated = false);

/// <summary>A row of a sheet, with the cells that aren't empty.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Cells">By column, from 0.</param>
/// <param name="IsHidden">Whether the sheet doesn't show it.</param>
internal sealed record SheetRow(int Number, SortedDictionary<int, SheetCell> Cells, bool IsHidden = false)
{
    /// <summary>The row in the form that tables use.</summary>
    public TableRow ToTableRow()
    {
        var cells = new IReadOnlyList<string>[Cells.Count == 0 ? 0 : Cells.Keys.Max() + 1];
        Array.Fill(cells, []);
        foreach (var (column, cell) in Cells) cells[column] = cell.Lines;
        return new TableRow(Number, cells);
    }
}

/// <param name="Row">From 1.</param>
/// <param name="Column">From 0.</param>
internal readonly record struct CellPosition(int Row, int Column)
{
    public const int Rows = 1_048_576;
    public const int Columns = 16_384;

    /// <summary>Reads a position such as <c>B7</c>; null for one that no sheet has.</summary>
    public static CellPosition? Parse(string reference)
    {
        var (column, index) = (0, 0);
        for (; index < reference.Length && char.IsAsciiLetter(reference[index]) && column <= Columns; index++)
            column = (column * 26) + (char.ToUpperInvariant(reference[index]) - 'A' + 1);
        return column is > 0 and <= Columns && int.TryParse(reference.AsSpan(index), NumberStyles.None, CultureInfo.InvariantCulture, out var row) && row is > 0 and <= Rows
            ? new CellPosition(row, column - 1)
            : null;
    }
}
