using DetainerLedger.Parsing.Tables;

namespace DetainerLedger.Parsing.Pdf;

/// <summary>Gives each row its share of the cells that span several rows.</summary>
internal static class MergedCells
{
    /// <summary>The fields that a report prints once for several rows. A date, a citizenship or a reason is never taken from the row above.</summary>
    public static readonly ReportField[] Mergeable = [ReportField.Place, ReportField.State, ReportField.Agency];

    // Relative to the font size: the distance of the lines of one cell; the largest offset of a cell from the middle of its rows.
    private const double WithinCell = 1.4;
    private const double OffMiddle = 0.6;
    private const double SameLine = 0.1;
    private const double BetweenRows = 0.8;

    // A single row can have no agency; several without one show that cells span more than one row.
    private const int EnoughEmpty = 3;

    public static bool IsMergeable(ColumnMap map, int column) => map.FieldOf(column) is { } field && Mergeable.Contains(field) && map.IndexOf(field) == column;

    /// <summary>A cell without a line between it and the cell below spans both rows.</summary>
    public static void ShareRuled(TableColumns columns, List<RowOnPage> rows, IReadOnlyList<IReadOnlyList<Rule>> levels)
    {
        var mergeable = Mergeable.Select(columns.Map.IndexOf).ToHashSet();
        for (var column = 0; column < columns.Count; column++)
        {
            for (var first = 0; first < rows.Count;)
            {
                var end = first + 1;
                while (end < rows.Count && !levels.Any(level => level[0].Y < rows[end - 1].Bottom && level[0].Y > rows[end].Top && columns.IsRuled(level, column))) end++;
                if (Blocks(rows[first..end].SelectMany(row => row.Lines.Where(line => line.Column == column))) is { Count: > 1 } blocks)
                {
                    // Texts that are far apart are no cell: lines that separate them were not recognized.
                    if (mergeable.Contains(column) && !blocks.TrueForAll(block => rows[first..end].Exists(row => IsBeside(row, block, column)))) rows[first..end].FindAll(row => row.Cells[column].Count == 0).ForEach(row => row.SharedCells.Add(SharedCell.Undecided));
                    first = end;
                    continue;
                }

                // A value that each row has of its own is printed beside one of them: the line between them can be missing, or the value of the others.
                if (!mergeable.Contains(column) && rows[first..end].Exists(row => row.Cells[column].Count > 0 && IsBeside(row, [.. row.Lines.Where(line => line.Column == column)], column)))
                    rows[first..end].FindAll(row => row.Cells[column].Count == 0).ForEach(row => row.SharedCells.Add(SharedCell.Undecided));

                if (mergeable.Contains(column) && CellOf(rows[first..end], column) is { } cell) rows[first..end].ForEach(row => row.SharedCells.Add(cell));
                Share(rows, first, end, column, [.. rows[first..end].SelectMany(row => row.Cells[column])]);
                first = end;
            }
        }
    }

    /// <summary>
    /// Without ruled lines, the position of a cell in the middle of several rows shows how many rows it spans. If the cells of
    /// a column can't be resolved this way without a row left over, they are left unchanged.
    /// </summary>
    /// <param name="stretches">The rows of a page, split where no cell spans rows on both sides.</param>
    /// <param name="areShaded">Whether the edges of the rows are known: then lines of several rows are no cell.</param>
    public static void ShareUnruled(TableColumns columns, IReadOnlyList<List<RowOnPage>> stretches, RowAlignment? alignment, bool areShaded)
    {
        if (columns.Map.Section != ReportSection.Declined || stretches.Count == 0) return;

        // The rest of a row of the preceding page has the cells of that row.
        if (stretches[0].Count > 1 && stretches[0][0].Anchors == 0 && stretches[0].Skip(1).All(row => row.Anchors > 0)) stretches = [[.. stretches[0].Skip(1)], .. stretches.Skip(1)];

        // Of a city and its county, either may be missing.
        var mergeable = Mergeable.Where(field => columns.Map.IndexesOf(field).Count == 1).Select(columns.Map.IndexOf).OfType<int>().ToList();
        foreach (var column in mergeable)
        {
            var parts = stretches.Select(rows => (Rows: rows, Own: Own(rows), Blocks: Blocks(rows.SelectMany(row => row.Lines.Where(line => line.Column == column))))).ToList();
            if (alignment is RowAlignment.Top or RowAlignment.Bottom && !parts.Exists(part => part.Blocks.Exists(block => IsBetween(block, part.Own)))) continue;
            if (parts.TrueForAll(part => part.Rows[0].Cells[column].Count > 0 && part.Blocks.TrueForAll(block => IsLevel(block, part.Own)))) continue;

            if (areShaded && parts.Exists(part => part.Blocks.Exists(block => part.Rows.Count(row => row.Lines.Any(block.Contains)) > 1))) continue;

            // If cells are centred on their rows in one part of a page, they are on the whole page.
            var shared = parts.Where(part => part.Blocks.Count > 0 && part.Blocks.Count < part.Rows.Count && !part.Rows.Index().All(row => HasOwn(row.Item, part.Own[row.Index], column)))
                .Select(part => (part.Rows, part.Own, part.Blocks, Ends: Ends(part.Own, part.Blocks, part == parts[0] ? LeadingBlanks(part.Rows, column) : 0))).ToList();
            if (!shared.TrueForAll(part => part.Ends is not null && AreOfOneState(part.Rows, part.Ends)))
            {
                foreach (var part in parts.Where(part => part.Blocks.Count > 0 && part.Blocks.Count < part.Rows.Count
                    && part.Rows.Count(row => row.Cells[column].Count == 0) >= EnoughEmpty
                    && !part.Blocks.TrueForAll(block => IsLevel(block, part.Own))))
                    DoubtRows(part.Rows, part.Own, part.Blocks);
                continue;
            }

            foreach (var (rows, own, blocks, ends) in shared)
            {
                // The cell of the rows before the first block can be on the page before, or can have been lost. So can that of more rows above the block.
                var undecided = ends![0] == 0 ? 0 : Math.Max(ends[0], own.TakeWhile(row => Middle(row) > blocks[0][0].Baseline + (OffMiddle * blocks[0][0].Size)).Count());
                rows[..undecided].ForEach(row => row.SharedCells.Add(SharedCell.Undecided));
                for (var index = 0; index < blocks.Count; index++) Share(rows, ends[index], ends[index + 1], column, [.. blocks[index].Select(line => line.Text)]);
            }
        }

        List<List<CellLine>> Own(List<RowOnPage> rows) => rows.ConvertAll(row => row.Lines.Where(line => !mergeable.Contains(line.Column)).DefaultIfEmpty(row.Lines[0]).ToList());

        // A place is in one state: rows of two states don't share it.
        bool AreOfOneState(List<RowOnPage> rows, List<int> ends)
        {
            if (columns.Map.IndexOf(ReportField.State) is not { } state) return true;
            return ends.Zip(ends.Skip(1)).All(part => rows[part.First..part.Second].Select(row => CellReader.Join(row.Cells[state])).OfType<string>().Distinct().Count() <= 1);
        }

        // In rows that are set as close together as the lines of a cell, the cells of a column look like one.
        static bool HasOwn(RowOnPage row, List<CellLine> own, int column) => row.Lines.Any(line =>
            line.Column == column && Math.Min(Math.Abs(line.Baseline - own.Max(other => other.Baseline)), Math.Abs(line.Baseline - Middle(own))) < SameLine * line.Size);

        // A few cells that apply to several rows can show that rows begin or end at one height: text between two rows belongs to neither.
        static bool IsBetween(List<CellLine> block, List<List<CellLine>> own) =>
            block.Count == 1 && own.TrueForAll(row => row.TrueForAll(line => Math.Abs(line.Baseline - block[0].Baseline) > BetweenRows * line.Size));

        static bool IsLevel(List<CellLine> block, List<List<CellLine>> own) => own.Exists(row => Math.Abs(Middle(block) - Middle(row)) < OffMiddle * block[0].Size);
    }

    private static bool IsBeside(RowOnPage row, List<CellLine> block, int column) =>
        row.Lines.Where(line => line.Column != column).ToList() is { Count: > 0 } own && Math.Abs(Middle(block) - Middle(own)) < OffMiddle * block[0].Size;

    private static SharedCell? CellOf(List<RowOnPage> rows, int column)
    {
        var lines = rows.SelectMany(row => row.Lines.Where(line => line.Column == column)).ToList();
        if (rows.Count < 2 || lines.Count == 0) return null;
        var (top, bottom) = (rows[0].Top, rows[^1].Bottom);
        var middle = (lines.Max(line => line.Middle) + lines.Min(line => line.Middle)) / 2;
        return new SharedCell(Math.Abs(middle - ((top + bottom) / 2)) / ((top - bottom) / (rows.Count - 1)));
    }

    // Cells are printed between rows, and can't be assigned: only a row at the height of a cell certainly has that cell.
    private static void DoubtRows(List<RowOnPage> rows, List<List<CellLine>> own, List<List<CellLine>> blocks)
    {
        for (var row = 0; row < rows.Count; row++)
            if (!blocks.Exists(block => Math.Abs(Middle(block) - Middle(own[row])) < OffMiddle * block[0].Size)) rows[row].SharedCells.Add(SharedCell.Undecided);
    }

    private static void Share(List<RowOnPage> rows, int first, int end, int column, List<string> cell)
    {
        foreach (var row in rows[first..end]) row.Cells[column] = [.. cell];
    }

    // Those at the top of a page can be of a cell that is printed on the page before.
    private static int LeadingBlanks(List<RowOnPage> rows, int column) => rows.TakeWhile(row => row.Cells[column].Count == 0).Count();

    /// <summary>The index of the first block's first row, and after each block's last row; null if the blocks aren't centred on rows that they divide among them.</summary>
    /// <param name="mostBlank">How many rows at the top can be of no block.</param>
    private static List<int>? Ends(List<List<CellLine>> rows, List<List<CellLine>> blocks, int mostBlank)
    {
        var bounds = Bounds(rows);
        return Enumerable.Range(0, mostBlank + 1).Select(From).FirstOrDefault(ends => ends is not null);

        List<int>? From(int first)
        {
            var ends = new List<int> { first };
            foreach (var block in blocks)
            {
                if (first == rows.Count) return null;
                var last = Enumerable.Range(first, rows.Count - first).MinBy(Off);
                if (Off(last) > OffMiddle * block[0].Size) return null;
                ends.Add(last + 1);
                first = last + 1;

                double Off(int end) => Math.Abs(((bounds[first] + bounds[end + 1]) / 2) - Middle(block));
            }

            return first == rows.Count ? ends : null;
        }
    }

    /// <summary>The boundaries of rows, halfway between their lines.</summary>
    private static List<double> Bounds(List<List<CellLine>> rows)
    {
        var bounds = rows.Zip(rows.Skip(1)).Select(pair => (pair.First.Min(line => line.Baseline) + pair.Second.Max(line => line.Baseline)) / 2).ToList();
        var above = bounds.Count == 0 ? 0 : rows[0].Min(line => line.Baseline) - bounds[0];
        return [rows[0].Max(line => line.Baseline) + above, .. bounds, rows[^1].Min(line => line.Baseline) - above];
    }

    private static double Middle(IEnumerable<CellLine> lines) => (lines.Max(line => line.Baseline) + lines.Min(line => line.Baseline)) / 2;

    private static List<List<CellLine>> Blocks(IEnumerable<CellLine> lines)
    {
        var blocks = new List<List<CellLine>>();
        foreach (var line in lines.OrderByDescending(line => line.Baseline))
        {
            if (blocks.Count == 0 || blocks[^1][^1].Baseline - line.Baseline > WithinCell * line.Size) blocks.Add([]);
            blocks[^1].Add(line);
        }

        return blocks;
    }
}
