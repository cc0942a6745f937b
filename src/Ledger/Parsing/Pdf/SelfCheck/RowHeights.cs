using DetainerLedger.Parsing.Tables;

namespace DetainerLedger.Parsing.Pdf.SelfCheck;

/// <summary>
/// The cells of a row are aligned at the top, at the bottom or at the middle; and the lines of a cell are spaced as closely as
/// everywhere. If nearly all rows of a table follow this, a row that doesn't contains lines of another.
/// </summary>
internal sealed class RowHeights(IReadOnlyList<RowOnPage> rows, IReadOnlyDictionary<TableColumns, RowAlignment?> alignments)
{
    private const double Most = 0.9;

    // Relative to the font size.
    private const double Level = 0.4;
    private const double LessThanALine = 0.75;
    private const double FurtherApart = 1.3;

    // Where no cell has several lines.
    private const double UsualLeading = 1.2;

    // Relative to the distance of lines.
    private const double FarApart = 2.6;

    // Relative to the distance of rows.
    private const double LikeRows = 0.95;

    private readonly Dictionary<TableColumns, bool> _isAligned = rows.GroupBy(row => row.Columns).ToDictionary(
        alike => alike.Key,
        alike => alignments[alike.Key] is { } alignment && alike.ToList() is var all && all.Count(row => Off(row, alignment) is null) >= Most * all.Count,
        (IEqualityComparer<TableColumns>)ReferenceEqualityComparer.Instance);

    private readonly double? _leading = Leading(rows);

    private readonly double? _pitch = Pitch(rows);

    public TableDoubt? In(int index)
    {
        var row = rows[index];
        if (DetachedLine(row) is { } detached)
            return new TableDoubt(DoubtCodes.UncertainRow, $"{TableSelfCheck.Quote(detached.Text)} is further below the previous line than the lines of one cell are apart: it may belong to another row.", detached.Page);
        if (LineOfAnotherRow(row) is { } other)
            return new TableDoubt(DoubtCodes.UncertainRow, $"{TableSelfCheck.Quote(other.Text)} is as far below the previous line as rows are apart: it may be what is left of another row.", other.Page);
        if (DetachedCell(row) is { } far)
            return new TableDoubt(DoubtCodes.UncertainRow, $"{TableSelfCheck.Quote(far.Text)} is printed far below the rest of its row: it may belong to another.", far.Page);
        if (!_isAligned[row.Columns] || alignments[row.Columns] is not { } alignment || IsBroken(index, alignment) || Off(row, alignment) is not { } off || IsOnlyShifted(index, off)) return null;
        return new TableDoubt(DoubtCodes.UncertainRow, $"{TableSelfCheck.Quote(off.Text)} is not at the height of its row: it may belong to another.", off.Page);
    }

    // Some programs shift one cell of a row by a part of a line. It belongs to no other row if those above and below have their own.
    private bool IsOnlyShifted(int index, CellLine off)
    {
        var row = rows[index];
        var others = row.Lines.Where(line => line.Column != off.Column && line.Page == off.Page).Select(line => Math.Abs(line.Baseline - off.Baseline)).ToList();
        return row.Lines.Count(line => line.Column == off.Column) == 1
            && others.Min() < LessThanALine * off.Size
            && new[] { index - 1, index + 1 }.All(other => other < 0 || other >= rows.Count || rows[other].Lines.Any(line => line.Column == off.Column));
    }

    // In a row that was broken at the end of a page, or that is the rest of a cell without text, the cells need not be aligned.
    private bool IsBroken(int index, RowAlignment alignment)
    {
        var page = rows[index].Page;
        var (isFirst, isLast) = (index > 0 && rows[index - 1].Page != page, index + 1 < rows.Count && rows[index + 1].Page != page);
        return rows[index].LastPage != page || (isFirst && alignment != RowAlignment.Bottom) || (isLast && alignment == RowAlignment.Middle);
    }

    /// <summary>A line of a cell at another height than the others of the row; null if there is none.</summary>
    private static CellLine? Off(RowOnPage row, RowAlignment alignment)
    {
        var cells = Cells(row).ConvertAll(cell => (cell.First, Height: Height(cell.First, cell.Last, alignment)));
        if (cells.Count < 2) return null;
        var usual = cells.Select(cell => cell.Height).Order().ElementAt(cells.Count / 2);
        return cells.Find(cell => Math.Abs(cell.Height - usual) > Level * cell.First.Size).First;
    }

    /// <summary>The first and the last line of each cell that can't span rows, on the first page of its row.</summary>
    private static List<(CellLine First, CellLine Last)> Cells(RowOnPage row)
    {
        var cells = new List<(CellLine First, CellLine Last)>();
        foreach (var line in row.Lines)
        {
            if (line.Page != row.Page || MergedCells.IsMergeable(row.Columns.Map, line.Column)) continue;
            var index = cells.FindIndex(cell => cell.First.Column == line.Column);
            if (index < 0) cells.Add((line, line));
            else cells[index] = (cells[index].First, line);
        }

        return cells;
    }

    private static double Height(CellLine first, CellLine last, RowAlignment alignment) => alignment switch
    {
        RowAlignment.Top => first.Baseline,
        RowAlignment.Bottom => last.Baseline,
        _ => (first.Baseline + last.Baseline) / 2,
    };

    private CellLine? DetachedLine(RowOnPage row)
    {
        if (_leading is not { } leading) return null;
        return Following(row).Where(pair => pair.Upper.Baseline - pair.Lower.Baseline > FurtherApart * leading).Select(pair => pair.Lower).FirstOrDefault();
    }

    // Where nearly every cell has one line, a second one that is as far below it as the next row is can be what remains of a row.
    private CellLine? LineOfAnotherRow(RowOnPage row) =>
        _leading is null && _pitch is { } pitch ? Following(row).Where(pair => pair.Upper.Baseline - pair.Lower.Baseline > LikeRows * pitch).Select(pair => pair.Lower).FirstOrDefault() : null;

    // The cells of a row are beside each other: one that is printed far from all others was meant for another page, or another row.
    private CellLine? DetachedCell(RowOnPage row)
    {
        CellLine? above = null;
        foreach (var line in FromTop(row))
        {
            if (above is not null && above.Baseline - line.Baseline > FarApart * (_leading ?? UsualLeading * above.Size)) return line;
            above = line;
        }

        return null;
    }

    // The lines of nearly every row are in this order.
    private static IReadOnlyList<CellLine> FromTop(RowOnPage row)
    {
        for (var index = 0; index < row.Lines.Count; index++)
            if (row.Lines[index].Page != row.Page || (index > 0 && row.Lines[index].Baseline > row.Lines[index - 1].Baseline))
                return [.. row.Lines.Where(line => line.Page == row.Page).OrderByDescending(line => line.Baseline)];
        return row.Lines;
    }

    // The items of a list can have more space between them.
    private static IEnumerable<(CellLine Upper, CellLine Lower)> Following(RowOnPage row)
    {
        var criteria = row.Columns.Map.IndexOf(ReportField.Criteria);
        for (var index = 1; index < row.Lines.Count; index++)
        {
            var lower = row.Lines[index];
            if (lower.Column == criteria) continue;
            var above = index - 1;
            while (above >= 0 && row.Lines[above].Column != lower.Column) above--;
            if (above >= 0 && row.Lines[above].Page == lower.Page) yield return (row.Lines[above], lower);
        }
    }

    /// <summary>The least distance from one row to the next.</summary>
    private static double? Pitch(IReadOnlyList<RowOnPage> rows) => rows.Zip(rows.Skip(1))
        .Where(pair => pair.First.LastPage == pair.Second.Page && pair.First.Lines.Count > 0 && pair.Second.Lines.Count > 0)
        .Select(pair => (double?)(pair.First.Lines[0].Baseline - pair.Second.Lines[0].Baseline)).Where(distance => distance > 0).Min();

    private static double? Leading(IReadOnlyList<RowOnPage> rows)
    {
        var spaces = rows.SelectMany(Following).Select(pair => pair.Upper.Baseline - pair.Lower.Baseline).Order().ToList();
        return spaces.Count < 4 ? null : spaces[spaces.Count / 2];
    }
}
