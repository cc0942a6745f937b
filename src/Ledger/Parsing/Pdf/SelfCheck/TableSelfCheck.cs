using DetainerLedger.Parsing.Tables;

namespace DetainerLedger.Parsing.Pdf.SelfCheck;

/// <summary>
/// Checks a table again, from its rows: whether the cells of each row are positioned like those of one row, and contain values
/// of their columns. How the rows were found isn't considered, so that a mistake of the reader isn't repeated.
/// </summary>
internal static class TableSelfCheck
{
    /// <param name="alignments">The vertical alignments of cells in rows, by the columns of the pages; null where it isn't known.</param>
    public static IEnumerable<TableDoubt> Of(
        ColumnMap map, IReadOnlyList<RowOnPage> rows, IReadOnlyDictionary<TableColumns, RowAlignment?> alignments, HyphenatedWords words)
    {
        var (edges, heights, shared, kinds) = (ColumnEdges.Of(rows), new RowHeights(rows, alignments), new SharedCells(rows), new ColumnKinds(map, rows));
        var (shifted, items) = (new ShiftedWords(map, rows), new ListedItems(map, rows));
        var (empty, lost) = (new EmptyColumns(map, rows), new LostPlaces(map, rows));
        var (once, overlapping) = (new PrintedOnce(map, rows), new OverlappingRows(map, rows));
        var number = 0;
        foreach (var (index, row) in rows.Index())
        {
            // A heading, or another text that is alone in its row, has no number: it becomes no row of the report.
            var isAlone = map.Fields.Count(field => row.Text(map, field) is not null) < 2;
            var isHeading = StateHeadings.Of(map, row, index > 0 ? rows[index - 1] : null) is not null;
            if (!isAlone) number++;
            TableDoubt?[] doubts = [.. PrintedPlaces.In(row), edges.In(row), heights.In(index), shared.In(row), words.In(row), shifted.In(index, row), items.In(index, row), empty.In(row), lost.In(row), once.In(index, row), overlapping.In(index, row), .. isHeading ? [] : kinds.In(row)];
            foreach (var doubt in doubts.OfType<TableDoubt>().DistinctBy(doubt => doubt.Code)) yield return isAlone ? doubt : doubt with { Row = number };
        }
    }

    /// <summary>Text for a message: enough of it to find it.</summary>
    internal static string Quote(string text) => text.Length <= 60 ? $"“{text}”" : $"“{text[..59].TrimEnd()}…”";
}
