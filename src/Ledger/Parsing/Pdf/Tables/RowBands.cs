namespace DetainerLedger.Parsing.Pdf;

/// <param name="Anchors">From the top.</param>
/// <param name="Interlude">The content between rows; null for a band of rows.</param>
internal sealed record RowBand(IReadOnlyList<CellLine> Lines, IReadOnlyList<RowAnchor> Anchors, Interlude? Interlude = null);

/// <summary>
/// The part of a table on one page, in bands from its top: between ruled lines if there are some, otherwise between blank stretches.
/// A band is a row, several rows that are set close together, or a part of one.
/// </summary>
/// <param name="Levels">The heights at which the table is ruled, from the top; none when it isn't.</param>
/// <param name="IsShaded">Whether these are the edges of backgrounds, which don't show the cells that span rows.</param>
internal sealed record RowBands(int Page, IReadOnlyList<RowBand> Bands, IReadOnlyList<IReadOnlyList<Rule>> Levels, bool IsShaded = false)
{
    // Relative to the font size: the distance between baselines that separates rows, and the tolerance for equal heights.
    private const double BlankBand = 1.55;
    private const double Level = 0.3;

    public bool IsRuled => Levels.Count > 0;

    /// <param name="interludes">The content of the page between rows, from the top.</param>
    public static RowBands Of(TableColumns columns, int page, IReadOnlyList<TextLine> body, PageText text, IReadOnlyList<Interlude> interludes)
    {
        var apart = interludes.SelectMany(interlude => interlude.Lines).ToHashSet<TextLine>(ReferenceEqualityComparer.Instance);
        var lines = CellLines(page, columns, [.. body.Where(line => !apart.Contains(line)).SelectMany(line => line.Words)]);
        if (lines.Count == 0 && interludes.Count == 0) return new RowBands(page, [], []);

        var levels = lines.Count == 0 ? [] : RuledLevels(columns, lines, text.Rules);
        var isShaded = false;
        if (levels.Count == 0 && lines.Count > 0 && ShadedRows.Of(columns, page, lines, text.Shadings) is { } shaded)
        {
            if (interludes.Count == 0) return shaded;
            isShaded = true;
            levels = [.. shaded.Levels.Select(level => level.ToList())];
        }

        var bands = new List<RowBand>();
        foreach (var stretch in lines.GroupBy(line => interludes.Count(interlude => interlude.Baseline > line.Baseline)))
        {
            AddInterludes(stretch.Key);
            bands.AddRange(Banded(columns, levels.Count > 0 ? Between([.. stretch], levels) : Blank([.. stretch])));
        }

        AddInterludes(interludes.Count);
        return new RowBands(page, bands, levels, isShaded);

        void AddInterludes(int end)
        {
            for (var index = bands.Count(band => band.Interlude is not null); index < end; index++)
                bands.Add(new RowBand(CellLines(page, columns, [.. interludes[index].Lines.SelectMany(line => line.Words)]), [], interludes[index]));
        }
    }

    /// <summary>The vertical alignment of cells in a row, determined from all pages of a table; null if they don't show it.</summary>
    public static RowAlignment? AlignmentOf(IReadOnlyCollection<RowBands> pages)
    {
        var bands = pages.SelectMany(page => page.Bands).ToList();

        // The lines of a cell of one line and one of two, centred vertically, are half a line apart; no other alignment does that.
        var halves = bands.Sum(band => band.Anchors.Count(anchor => band.Lines.Any(line => Math.Abs(line.Baseline - anchor.Top) / line.Size is > 0.4 and < 0.8)));
        if (halves * 24 > bands.Sum(band => band.Anchors.Count)) return RowAlignment.Middle;
        return bands.Select(AlignmentOf).OfType<RowAlignment>().Select(alignment => (RowAlignment?)alignment).GroupBy(alignment => alignment).MaxBy(votes => votes.Count())?.Key;
    }

    public static RowAlignment? AlignmentOf(RowBand band)
    {
        if (band.Anchors.Count == 0) return null;
        var near = Level * band.Lines[0].Size;
        var isTop = band.Lines[0].Baseline - band.Anchors[0].Top < near;
        var isBottom = band.Anchors[^1].Bottom - band.Lines[^1].Baseline < near;
        return isTop && isBottom ? null : isTop ? RowAlignment.Top : isBottom ? RowAlignment.Bottom : RowAlignment.Middle;
    }

    private static List<CellLine> CellLines(int page, TableColumns columns, IReadOnlyList<PdfWord> words)
    {
        var cells = new List<PdfWord>?[columns.Count];
        foreach (var word in words) (cells[columns.Of(word)] ??= []).Add(word);
        var lines = new List<CellLine>();
        for (var column = 0; column < cells.Length; column++)
        {
            if (cells[column] is not { } cell) continue;
            var line = new List<PdfWord>();
            foreach (var word in cell.OrderByDescending(word => word.Baseline))
            {
                if (line.Count > 0 && line[0].Baseline - word.Baseline > 0.45 * word.Size) Close();
                line.Add(word);
            }

            Close();

            void Close()
            {
                lines.Add(new CellLine(page, column, line[0].Baseline, line.Count == 1 ? [line[0]] : [.. line.OrderBy(word => word.Left)]));
                line.Clear();
            }
        }

        return [.. lines.OrderByDescending(line => line.Baseline)];
    }

    /// <summary>The heights at which the table is ruled over most of its width, from the top.</summary>
    private static List<List<Rule>> RuledLevels(TableColumns columns, List<CellLine> lines, IReadOnlyList<Rule> rules)
    {
        var levels = new List<List<Rule>>();
        foreach (var rule in rules.Where(rule => rule.Right > columns.Left && rule.Left < columns.Right).OrderByDescending(rule => rule.Y))
        {
            if (levels.Count == 0 || levels[^1][0].Y - rule.Y > 2) levels.Add([]);
            levels[^1].Add(rule);
        }

        return
        [
            .. levels.Where(level => level[0].Y < lines[0].Middle && level[0].Y > lines[^1].Middle
                && Enumerable.Range(0, columns.Count).Count(column => columns.IsRuled(level, column)) * 2 >= columns.Count),
        ];
    }

    internal static List<RowBand> Banded(TableColumns columns, List<List<CellLine>> bands) => bands.ConvertAll(band => new RowBand(band, RowAnchors.Of(columns.Map, band)));

    internal static List<List<CellLine>> Between(List<CellLine> lines, List<List<Rule>> levels) =>
        [.. lines.GroupBy(line => levels.Count(level => level[0].Y > line.Middle)).OrderBy(band => band.Key).Select(band => band.ToList())];

    private static List<List<CellLine>> Blank(List<CellLine> lines)
    {
        var bands = new List<List<CellLine>> { new() { lines[0] } };
        foreach (var line in lines.Skip(1))
        {
            if (bands[^1][^1].Baseline - line.Baseline > BlankBand * line.Size) bands.Add([]);
            bands[^1].Add(line);
        }

        return bands;
    }
}

/// <summary>The vertical alignment of the shorter cells of a row.</summary>
internal enum RowAlignment
{
    Top,
    Middle,
    Bottom,
}
