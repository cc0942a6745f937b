using DetainerLedger.Parsing.Tables;
using DetainerLedger.Places;

namespace DetainerLedger.Parsing.Pdf;

/// <summary>
/// Finds headings, totals, notes and continuation marks between the rows of a table, before rows are made: they run across the
/// columns, and without ruled lines they would join the row above or below. They are recognized by their words, and by spacing: the
/// lines of a cell are closer together than those of two rows.
/// </summary>
internal sealed class Interludes
{
    private const int MostLines = 5;
    private const int FewestSpaces = 4;
    private const double MostLinesAreRows = 0.8;

    // Relative to the font size: a space between words; the next line of a cell.
    private const double Space = 0.75;
    private const double LineSpacing = 0.9;
    private const double WithinCell = 1.4;

    // Relative to the line spacing: the distance to another line of the cell, and to another row.
    private const double WithinSpacing = 1.1;
    private const double BelowSpacing = 0.93;

    private readonly TableColumns _columns;
    private readonly double _withinCell;

    private Interludes(TableColumns columns, IReadOnlyList<IReadOnlyList<TextLine>> pages)
    {
        _columns = columns;
        _withinCell = Math.Min(WithinCell, MostWithinCell(columns, pages));
    }

    /// <param name="pages">The lines of the table, page by page.</param>
    public static IReadOnlyList<Interlude> Of(TableColumns columns, IReadOnlyList<IReadOnlyList<TextLine>> pages)
    {
        var interludes = new Interludes(columns, pages);
        var found = new List<Interlude>();
        string? above = null;
        foreach (var block in pages.SelectMany(interludes.Blocks))
        {
            if (block.Count <= MostLines && interludes.Read(block, above) is { } interlude) found.Add(interlude);
            else above = interludes.PlaceIn(block) ?? above;
        }

        return found;
    }

    /// <summary>Whether the words of a line follow each other without a gap, so that the line is one text regardless of the columns.</summary>
    private static bool IsOneText(TextLine line) => line.Words.Zip(line.Words.Skip(1)).All(pair => pair.Second.Left - pair.First.Right < Space * line.Size);

    private bool IsOverColumns(TextLine line) => _columns.Crosses(line.Left, line.Right);

    private Interlude? Read(List<TextLine> block, string? above)
    {
        if (block.TrueForAll(IsOneText) && AreInOnePlace(block))
        {
            var text = CellReader.Join(block.Select(line => line.Text)) ?? "";
            return KindOf(text, block, above) is { } kind ? new Interlude(kind, block, text) : null;
        }

        return block.Exists(line => RowWords.CanBeTotal(line.Text)) && IsTotal(block) ? new Interlude(InterludeKind.Total, block, null) : null;
    }

    private InterludeKind? KindOf(string text, List<TextLine> block, string? above)
    {
        if (RowWords.IsContinuation(text)) return InterludeKind.Continuation;
        if (RowWords.IsTotal(text)) return InterludeKind.Total;
        if (StateNames.FindByFullName(text.TrimEnd(':', ' ')) is not null) return IsPartOfAPlace(above) ? null : InterludeKind.StateHeading;
        return RowWords.IsNote(text) && (_columns.Of(block[0].Words[0]) == 0 || block.Exists(IsOverColumns) || IsSentenceApart(text, block[0])) ? InterludeKind.Note : null;
    }

    // A sentence that is centred on the table can be within one of its columns. Only criteria are sentences, too.
    private bool IsSentenceApart(string text, TextLine line) =>
        RowWords.IsSentence(text) && _columns.Map.FieldOf(_columns.Of(line.Words[0])) is not (null or ReportField.Criteria or ReportField.Policy);

    private string? PlaceIn(List<TextLine> block) => CellReader.Join(
        block.Select(line => string.Join(' ', line.Words.Where(word => _columns.Of(word) == _columns.Map.IndexOf(ReportField.Place)).Select(word => word.Text))));

    // Without a column of states, the name can be the end of a place on the line above: “Marion County, West” and “Virginia”.
    private bool IsPartOfAPlace(string? above)
    {
        if (above is null) return false;
        return above.EndsWith(',') || (!_columns.Map.Has(ReportField.State) && above.Contains(',') && StateNames.Find(CellReader.PlaceAndAor(above).Place?.Split(',')[^1].Trim()) is null);
    }

    private bool IsTotal(List<TextLine> block)
    {
        var cells = block.SelectMany(line => line.Words).GroupBy(_columns.Of).OrderBy(cell => cell.Key).Select(cell => (
            Field: _columns.Map.FieldOf(cell.Key),
            Text: CellReader.Join(cell.GroupBy(word => word.Baseline).Select(line => string.Join(' ', line.Select(word => word.Text)))) ?? "")).ToList();
        var lead = cells.Find(cell => cell.Field == ReportField.Place) is { Text: not null } place ? place : cells[0];
        return RowWords.IsTotal(lead.Text) && cells.TrueForAll(cell => cell == lead || IsOfTotal(cell.Field, cell.Text));
    }

    // A total has a number, and possibly its state.
    private static bool IsOfTotal(ReportField? field, string text) =>
        CellReader.Count(text) is not null || (field == ReportField.State && StateNames.Find(text) is not null);

    // However close it is to the row above: “Total jurisdictions: 24”. In small letters, it is the end of a cell: “Denver – total 3”.
    private static bool IsTotalInWords(TextLine line) => char.IsUpper(line.Text[0]) && IsOneText(line) && RowWords.IsGrandTotal(line.Text) && RowWords.NumberAtEnd(line.Text) is not null;

    // Lines of one cell share their left edge or their middle.
    private static bool AreInOnePlace(List<TextLine> block) =>
        block.Skip(1).All(line => Math.Abs(line.Left - block[0].Left) < line.Size)
        || block.Skip(1).All(line => Math.Abs(line.Left + line.Right - block[0].Left - block[0].Right) < 2 * line.Size);

    private List<List<TextLine>> Blocks(IReadOnlyList<TextLine> lines)
    {
        var blocks = new List<List<TextLine>>();
        foreach (var line in lines)
        {
            if (blocks.Count == 0 || blocks[^1][^1].Baseline - line.Baseline > _withinCell * line.Size || IsTotalInWords(line)) blocks.Add([]);
            blocks[^1].Add(line);
        }

        return blocks;
    }

    /// <summary>The widest space between the lines of a cell, relative to their size.</summary>
    private static double MostWithinCell(TableColumns columns, IReadOnlyList<IReadOnlyList<TextLine>> pages)
    {
        var spaces = pages.SelectMany(page => Spaces(columns, page)).Where(space => space >= LineSpacing).Order().ToList();
        if (spaces.Count < FewestSpaces) return WithinCell;

        // Where each row has one line, only the space between rows can be measured.
        var least = spaces[1];
        var lines = pages.SelectMany(page => page).ToList();
        var areRows = spaces[^1] < WithinSpacing * least || lines.Count(line => line.Words.DistinctBy(columns.Of).Count() * 2 >= columns.Count) >= MostLinesAreRows * lines.Count;
        return (areRows && spaces[spaces.Count / 2] < WithinSpacing * least ? BelowSpacing : WithinSpacing) * least;
    }

    private static IEnumerable<double> Spaces(TableColumns columns, IReadOnlyList<TextLine> page)
    {
        var last = new TextLine?[columns.Count];
        foreach (var line in page)
        {
            foreach (var column in line.Words.Select(columns.Of).Distinct())
            {
                if (last[column] is { } above) yield return (above.Baseline - line.Baseline) / Math.Max(above.Size, line.Size);
                last[column] = line;
            }
        }
    }
}
