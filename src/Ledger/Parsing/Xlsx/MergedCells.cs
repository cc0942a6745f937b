using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace DetainerLedger.Parsing.Xlsx;

/// <summary>Cells that are merged with those below them, and apply to all of them.</summary>
internal sealed class MergedCells
{
    private readonly Dictionary<(int Row, int Column), int> _lastRows = [];
    private readonly Dictionary<int, (int LastRow, SheetCell Cell)> _open = [];

    private MergedCells()
    {
    }

    /// <summary>Reads the merged cells, which a sheet lists after its rows.</summary>
    /// <param name="most">The number of merged cells allowed.</param>
    public static MergedCells Of(WorksheetPart sheet, int most, CancellationToken cancellation)
    {
        var merged = new MergedCells();
        using var xml = OpenXmlReader.Create(sheet);
        while (xml.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            if (xml.IsStartElement && xml.ElementType == typeof(SheetData)) xml.Skip();
            if (!xml.IsStartElement || xml.ElementType != typeof(MergeCell)) continue;
            if (xml.Attributes.FirstOrDefault(attribute => attribute.LocalName == "ref").Value?.Split(':') is not [var from, var to]) continue;
            if (CellPosition.Parse(from) is not { } first || CellPosition.Parse(to) is not { } last || last.Row <= first.Row) continue;
            if (merged._lastRows.Count == most) throw new OversizeException($"A sheet has more than {most:N0} merged cells.");
            merged._lastRows[(first.Row, first.Column)] = last.Row;
        }

        return merged;
    }

    /// <summary>Fills a row with the values of merged cells above it.</summary>
    public void Fill(SheetRow row)
    {
        if (_lastRows.Count == 0 || row.Cells.Count == 0) return;
        foreach (var (column, (lastRow, cell)) in _open.ToList())
        {
            if (lastRow < row.Number) _open.Remove(column);
            else row.Cells[column] = cell;
        }

        foreach (var (column, cell) in row.Cells)
            if (_lastRows.TryGetValue((row.Number, column), out var lastRow))
                _open[column] = (lastRow, cell);
    }
}
