using DetainerLedger.Parsing.Pdf.SelfCheck;
using DetainerLedger.Parsing.Tables;

namespace DetainerLedger.Parsing.Pdf;

/// <param name="Map">Null when the section has no table.</param>
/// <param name="Prose">The running text before and after the table.</param>
/// <param name="HeaderPage">The page of the table's first header.</param>
/// <param name="Doubts">Possible misreadings of the table.</param>
internal sealed record SectionTable(ColumnMap? Map, IReadOnlyList<TableRow> Rows, IReadOnlyList<TextLine> Prose, int? HeaderPage, IReadOnlyList<TableDoubt> Doubts);

/// <summary>Reads a section's table across its pages.</summary>
internal static class TableReader
{
    public static SectionTable Read(
        ReportSection section, IReadOnlyList<TextLine> lines, IReadOnlyDictionary<int, PageText> pages, HyphenatedWords words, CancellationToken cancellation)
    {
        var parts = TableParts.Of(section, lines, cancellation);
        if (parts.Pages.Count == 0) return new SectionTable(null, [], parts.Prose, null, []);

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

            var alignment = alignments[columns] = CentredRows.AreCentred(columns, bands) ? RowAlignment.Middle : RowBands.AlignmentOf(bands);
            var splitter = new RowSplitter(columns, alignment);
            foreach (var page in bands)
            {
                var onPage = splitter.Split(page);
                foreach (var row in onPage) row.Arrange(columns.Map, map, width);
                rows.Append(onPage);
            }
        }

        rows.Complete();
        var facts = rows.Rows.Where(row => row.Interlude is null).ToList();
        return new SectionTable(map, [.. rows.Rows.Select(row => new TableRow(row.Page, row.Cells))], prose, parts.Pages[0].Page, [.. TableSelfCheck.Of(map, facts, alignments, words)]);
    }

    /// <summary>The line at which running text begins: from there on, most lines cross the cuts between columns.</summary>
    private static int EndOfTable(TableColumns columns, List<TextLine> body)
    {
        var runs = body.Select(line => columns.IsRunOver(line) && !RowWords.IsTotal(line.Text) && !RowWords.IsContinuation(line.Text)).ToList();
        for (var start = 1; start < body.Count; start++)
        {
            var isApart = body[start - 1].Baseline - body[start].Baseline > 1.55 * body[start].Size;
            if (runs[start] && isApart && runs.Skip(start).Count(run => run) * 2 >= body.Count - start) return start;
        }

        return body.Count;
    }
}
