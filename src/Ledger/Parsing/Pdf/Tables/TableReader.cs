using DetainerLedger.Parsing.Pdf.SelfCheck;
using DetainerLedger.Parsing.Tables;
using DetainerLedger.Reports;

namespace DetainerLedger.Parsing.Pdf;

/// <param name="Map">Null when the section has no table.</param>
/// <param name="Prose">The running text before and after the table.</param>
/// <param name="HeaderPage">The page of the table's first header.</param>
/// <param name="Doubts">Possible misreadings of the table.</param>
internal sealed record SectionTable(ColumnMap? Map, IReadOnlyList<TableRow> Rows, IReadOnlyList<TextLine> Prose, int? HeaderPage, IReadOnlyList<TableDoubt> Doubts);

/// <summary>Reads a section's table across its pages.</summary>
internal static class TableReader
{
    /// <param name="period">The week of the report.</param>
    public static SectionTable Read(
        ReportSection section, IReadOnlyList<TextLine> lines, IReadOnlyDictionary<int, PageText> pages, HyphenatedWords words, ReportingWeek period, CancellationToken cancellation)
    {
        var parts = TableParts.Of(section, lines, cancellation);
        if (parts.Pages.Count == 0) return new SectionTable(null, [], parts.Prose, null, []);
        var table = Read(parts, pages, words, cancellation);

        // Rows are made, and checked, by what their columns hold.
        var map = ColumnsByValues.Find(table.Map!, table.Rows, period);
        return map != table.Map && parts.With(map) is { } known ? Read(known, pages, words, cancellation) : table;
    }

    private static SectionTable Read(TableParts parts, IReadOnlyDictionary<int, PageText> pages, HyphenatedWords words, CancellationToken cancellation)
    {
        var prose = parts.Prose.ToList();
        var (map, width) = (parts.Pages[0].Columns.Map, parts.Pages[0].Columns.Count);
        var rows = new RowsAcrossPages(map, words);
        var alignments = new Dictionary<TableColumns, RowAlignment?>(ReferenceEqualityComparer.Instance);
        foreach (var alike in parts.Pages.GroupBy(part => part.Columns, ReferenceEqualityComparer.Instance))
        {
            var columns = alike.First().Columns.CutFor([.. alike.SelectMany(part => part.Words)]);
            var bodies = new List<TablePart>();
            foreach (var part in alike)
            {
                cancellation.ThrowIfCancellationRequested();
                var endOfTable = EndOfTable(columns, part.Body);
                prose.AddRange(part.Body.Skip(endOfTable));
                bodies.Add(part with { Body = part.Body[..endOfTable] });
            }

            var interludes = Interludes.Of(columns, [.. bodies.Select(part => part.Body)]);
            if (interludes.Count > 0)
            {
                var apart = interludes.SelectMany(interlude => interlude.Lines).ToHashSet<TextLine>(ReferenceEqualityComparer.Instance);
                columns = alike.First().Columns.CutFor([.. bodies.SelectMany(part => part.Body).Where(line => !apart.Contains(line)).SelectMany(line => line.Words)]);
            }

            List<RowBands> bands = [.. bodies.Select(part => RowBands.Of(columns, part.Page, part.Body, pages[part.Page], [.. interludes.Where(interlude => interlude.Page == part.Page)]))];

            var centred = new CentredRows(columns, bands);
            var alignment = alignments[columns] = centred.AreCentred ? RowAlignment.Middle : RowBands.AlignmentOf(bands);
            var splitter = new RowSplitter(columns, alignment, centred);
            foreach (var page in bands)
            {
                var onPage = splitter.Split(page);
                foreach (var row in onPage) row.Arrange(columns.Map, map, width);
                rows.Append(onPage);
            }
        }

        rows.Complete();
        var facts = rows.Rows.Where(row => row.Interlude is null && !TableBody.IsApart(map, new TableRow(row.Page, row.Cells))).ToList();
        return new SectionTable(map, [.. rows.Rows.Select(row => new TableRow(row.Page, row.Cells))], prose, parts.Pages[0].Page, [.. TableSelfCheck.Of(map, facts, alignments, words)]);
    }

    /// <summary>The line at which running text begins: from there on, most lines cross the cuts between columns.</summary>
    private static int EndOfTable(TableColumns columns, List<TextLine> body)
    {
        var runs = body.Select(line => columns.IsRunOver(line) && !RowWords.IsTotal(line.Text) && !RowWords.IsContinuation(line.Text) && !IsRow(columns, line)).ToList();
        for (var start = 1; start < body.Count; start++)
        {
            var isApart = body[start - 1].Baseline - body[start].Baseline > 1.55 * body[start].Size;
            if (runs[start] && isApart && runs.Skip(start).Count(run => run) * 2 >= body.Count - start) return start;
        }

        return body.Count;
    }

    // Where columns touch, a row looks like running text. But that hardly fills all columns, and one of them with just a date.
    private static bool IsRow(TableColumns columns, TextLine line)
    {
        var cells = line.Words.GroupBy(columns.Of).ToDictionary(cell => cell.Key, cell => string.Join(' ', cell.Select(word => word.Text)));
        return cells.Count == columns.Count
            && (IsIn(ReportField.Enacted, CellReader.IsWholeEnactment) || IsIn(ReportField.DeclinedOn, CellReader.IsDate) || IsIn(ReportField.IssuedOn, CellReader.IsDate));

        bool IsIn(ReportField field, Func<string, bool> isDate) => columns.Map.IndexOf(field) is { } column && isDate(cells[column]);
    }
}
