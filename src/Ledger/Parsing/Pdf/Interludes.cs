using DetainerLedger.Parsing.Tables;
using DetainerLedger.Places;

namespace DetainerLedger.Parsing.Pdf;

/// <summary>
/// Finds headings, totals, notes and marks of continuation between the rows of a table, before rows are made: they run over the
/// columns, and without ruled lines they would join the row above or below. They are known by their words, and by space: the
/// lines of a cell follow each other closer than those of two rows.
/// </summary>
internal sealed class Interludes
{
    private const int MostLines = 5;
    private const int FewestSpaces = 4;

    // In parts of the size of the type: a space between words; the next line of a cell; how much more than the usual space parts rows.
    private const double Space = 0.75;
    private const double LineSpacing = 0.9;
    private const double WithinCell = 1.4;
    private const double FurtherApart = 1.12;

    private readonly TableColumns _columns;
    private readonly double _withinCell;

    private Interludes(TableColumns columns, IReadOnlyList<IReadOnlyList<TextLine>> pages)
    {
        _columns = columns;
        _withinCell = Math.Min(WithinCell, FurtherApart * Leading(pages));
    }

    /// <param name="pages">The lines of the table, page by page.</param>
    public static IReadOnlyList<Interlude> Of(TableColumns columns, IReadOnlyList<IReadOnlyList<TextLine>> pages)
    {
        var interludes = new Interludes(columns, pages);
        var found = new List<Interlude>();
        TextLine? above = null;
        foreach (var block in pages.SelectMany(interludes.Blocks))
        {
            if (block.Count <= MostLines && interludes.Read(block, above) is { } interlude) found.Add(interlude);
            else above = block.LastOrDefault(line => columns.Of(line.Words[0]) == columns.Map.IndexOf(ReportField.Place)) ?? above;
        }

        return found;
    }

    /// <summary>Whether a line's words follow each other without a gap, so that it is one text whatever the columns.</summary>
    private static bool IsOneText(TextLine line) => line.Words.Zip(line.Words.Skip(1)).All(pair => pair.Second.Left - pair.First.Right < Space * line.Size);

    private Interlude? Read(List<TextLine> block, TextLine? above)
    {
        if (block.TrueForAll(IsOneText) && AreInOnePlace(block))
        {
            var text = CellReader.Join(block.Select(line => line.Text)) ?? "";
            return KindOf(text, block, above) is { } kind ? new Interlude(kind, block, text) : null;
        }

        return IsTotal(block) ? new Interlude(InterludeKind.Total, block, null) : null;
    }

    private InterludeKind? KindOf(string text, List<TextLine> block, TextLine? above)
    {
        if (RowWords.IsContinuation(text)) return InterludeKind.Continuation;
        if (RowWords.IsTotal(text)) return InterludeKind.Total;
        if (StateDirectory.FindByFullName(text.TrimEnd(':', ' ')) is not null) return IsPartOfAPlace(above) ? null : InterludeKind.StateHeading;
        return _columns.Of(block[0].Words[0]) == 0 && RowWords.IsNote(text) ? InterludeKind.Note : null;
    }

    // Without a column of states, the name can be the end of a place that begins above: “Marion County, West” and “Virginia”.
    private bool IsPartOfAPlace(TextLine? above)
    {
        if (above is null || _columns.Map.IndexOf(ReportField.Place) is not { } place) return false;
        var name = string.Join(' ', above.Words.Where(word => _columns.Of(word) == place).Select(word => word.Text));
        if (name.EndsWith(',')) return true;
        return !_columns.Map.Has(ReportField.State) && StateDirectory.Find(CellReader.PlaceAndAor(name).Place?.Split(',')[^1].Trim()) is null;
    }

    private bool IsTotal(List<TextLine> block)
    {
        var cells = block.SelectMany(line => line.Words).GroupBy(_columns.Of).OrderBy(cell => cell.Key).Select(cell => (
            Field: _columns.Map.FieldOf(cell.Key),
            Text: CellReader.Join(cell.GroupBy(word => word.Baseline).Select(line => string.Join(' ', line.Select(word => word.Text)))) ?? "")).ToList();
        return RowWords.IsTotal(cells[0].Text)
            && cells.Skip(1).All(cell => CellReader.Count(cell.Text) is not null || (cell.Field == ReportField.State && StateDirectory.Find(cell.Text) is not null));
    }

    // Lines of one cell begin at one edge, or have one middle.
    private static bool AreInOnePlace(List<TextLine> block) =>
        block.Skip(1).All(line => Math.Abs(line.Left - block[0].Left) < line.Size)
        || block.Skip(1).All(line => Math.Abs(line.Left + line.Right - block[0].Left - block[0].Right) < 2 * line.Size);

    private List<List<TextLine>> Blocks(IReadOnlyList<TextLine> lines)
    {
        var blocks = new List<List<TextLine>>();
        foreach (var line in lines)
        {
            if (blocks.Count == 0 || blocks[^1][^1].Baseline - line.Baseline > _withinCell * line.Size) blocks.Add([]);
            blocks[^1].Add(line);
        }

        return blocks;
    }

    /// <summary>The space between the lines of a cell, in parts of their size.</summary>
    private static double Leading(IReadOnlyList<IReadOnlyList<TextLine>> pages)
    {
        var spaces = pages.SelectMany(page => page.Zip(page.Skip(1)))
            .Select(pair => (pair.First.Baseline - pair.Second.Baseline) / Math.Max(pair.First.Size, pair.Second.Size))
            .Where(space => space >= LineSpacing).Order().ToList();
        return spaces.Count < FewestSpaces ? WithinCell : spaces[spaces.Count / 20];
    }
}
