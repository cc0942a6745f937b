using DetainerLedger.Parsing.Tables;

namespace DetainerLedger.Parsing.Pdf;

/// <param name="Map">Null when the section has no table.</param>
/// <param name="Prose">The running text before and behind the table.</param>
internal sealed record SectionTable(ColumnMap? Map, IReadOnlyList<TableRow> Rows, IReadOnlyList<TextLine> Prose);

/// <summary>Reads a section's table across its pages.</summary>
internal static class TableReader
{
    // Below a page's top, where a table's header is repeated.
    private const int RepeatedHeaderWithin = 8;

    public static SectionTable Read(
        ReportSection section, IReadOnlyList<TextLine> lines, IReadOnlyDictionary<int, PageText> pages, CancellationToken cancellation)
    {
        var prose = new List<TextLine>();
        var parts = new List<TablePart>();
        var headerLines = new List<TextLine>();
        foreach (var page in lines.GroupBy(line => line.Page).OrderBy(group => group.Key))
        {
            cancellation.ThrowIfCancellationRequested();
            var body = page.ToList();
            var columns = parts.Count == 0 ? null : parts[^1].Columns;
            var repeats = columns is null ? [] : TableHeader.Repeats(headerLines, body);
            if (repeats.Count == 0 && TableHeader.Find(section, body, columns is null ? body.Count : RepeatedHeaderWithin) is { } header && Fits(columns, header.Columns))
            {
                columns = header.Columns;
                headerLines = body[header.Start..header.End];
                repeats = TableHeader.Repeats(headerLines, body);
            }

            if (repeats.Count > 0)
            {
                // The first page of a table can have a lot above it; a later one that begins far down goes on with the table above it.
                var top = parts.Count == 0 || repeats[0] < RepeatedHeaderWithin ? repeats[0] : 0;
                prose.AddRange(body.Take(top));
                body = [.. body.Where((_, index) => index >= top && !repeats.Exists(start => index >= start && index < start + headerLines.Count))];
            }

            if (columns is null) prose.AddRange(body);
            else parts.Add(new TablePart(page.Key, columns, body));
        }

        if (parts.Count == 0) return new SectionTable(null, [], prose);

        var map = parts[0].Columns.Map;
        var rows = new List<RowOnPage>();
        foreach (var alike in parts.GroupBy(part => part.Columns, ReferenceEqualityComparer.Instance))
        {
            var columns = parts.First(part => ReferenceEquals(part.Columns, alike.Key)).Columns.CutFor([.. alike.SelectMany(part => part.Words)]);
            var bands = new List<RowBands>();
            foreach (var part in alike)
            {
                cancellation.ThrowIfCancellationRequested();
                var endOfTable = EndOfTable(columns, part.Body);
                prose.AddRange(part.Body.Skip(endOfTable));
                bands.Add(RowBands.Of(columns, part.Page, [.. part.Body.Take(endOfTable).SelectMany(line => line.Words)], pages[part.Page].Rules));
            }

            var splitter = new RowSplitter(columns, RowBands.AlignmentOf(bands));
            foreach (var page in bands)
            {
                var onPage = splitter.Split(page);
                foreach (var row in onPage) row.Arrange(columns.Map, map, parts[0].Columns.Count);
                Append(map, rows, onPage);
            }
        }

        // What stands only in columns that are nobody's is no row.
        rows.RemoveAll(row => map.Fields.All(field => row.Text(map, field) is null));
        FillDown(map, rows);
        return new SectionTable(map, [.. rows.Select(row => new TableRow(row.Page, row.Cells))], prose);
    }

    // A repeated header has the columns of the first; anything else is text that looks like one.
    private static bool Fits(TableColumns? columns, TableColumns repeated) => columns is null || columns.Map.Fields.ToHashSet().SetEquals(repeated.Map.Fields);

    /// <summary>The line at which running text takes over: from there on, most lines run over the cuts between columns.</summary>
    private static int EndOfTable(TableColumns columns, List<TextLine> body)
    {
        var runs = body.Select(columns.IsRunOver).ToList();
        for (var start = 1; start < body.Count; start++)
        {
            var isApart = body[start - 1].Baseline - body[start].Baseline > 1.55 * body[start].Size;
            if (runs[start] && isApart && runs.Skip(start).Count(run => run) * 2 >= body.Count - start) return start;
        }

        return body.Count;
    }

    private static void Append(ColumnMap map, List<RowOnPage> rows, List<RowOnPage> onPage)
    {
        if (rows.Count > 0 && onPage.Count > 0)
        {
            if (IsBegunOnly(map, rows[^1], onPage[0]) || Continues(map, rows[^1], onPage[0]))
            {
                rows[^1].Append(onPage[0]);
                onPage.RemoveAt(0);
            }
            else if (rows[^1].Text(map, ReportField.Place) is { } begun && begun.EndsWith(',') && map.IndexOf(ReportField.Place) is { } place)
            {
                // The cell stands for rows on both pages, and its text breaks where they do.
                rows[^1].Cells[place].AddRange(onPage[0].Cells[place]);
                onPage[0].Cells[place] = [.. rows[^1].Cells[place]];
            }
        }

        rows.AddRange(onPage);
    }

    // Where cells stand in the middle of their row, its name and date can stand on the page behind the first of its lines.
    private static bool IsBegunOnly(ColumnMap map, RowOnPage last, RowOnPage first) =>
        last.Anchors == 0 && last.Text(map, ReportField.Place) is null && first.Text(map, ReportField.Place) is not null && last.Page != first.Page;

    /// <summary>Whether the first row of a page is the rest of the last row of the page before.</summary>
    private static bool Continues(ColumnMap map, RowOnPage last, RowOnPage first)
    {
        var place = first.Text(map, ReportField.Place);
        if (place is not null && place.StartsWith('(')) return true;

        var (begun, rest) = (last.Text(map, ReportField.Enacted), first.Text(map, ReportField.Enacted));
        if (begun is not null && rest is not null && !CellReader.IsWholeEnactment(begun) && CellReader.IsWholeEnactment($"{begun} {rest}")) return true;
        if (first.Anchors > 0 && (map.Section != ReportSection.Listed || rest is not null)) return false;
        if (place is null || IsUnfinished(last.Text(map, ReportField.Place), place)) return true;

        // Half of the cells of a row can be long enough to go on, but hardly three quarters.
        var most = map.Section == ReportSection.Listed ? first.Cells.Length * 2 : first.Cells.Length * 3;
        return first.Filled * 4 < most;
    }

    private static bool IsUnfinished(string? begun, string rest) => begun is not null && (begun.EndsWith(',') || (rest.EndsWith(')') && !begun.EndsWith(')')));

    private sealed record TablePart(int Page, TableColumns Columns, List<TextLine> Body)
    {
        public IEnumerable<PdfWord> Words => Body.SelectMany(line => line.Words);
    }

    // A cell that stands for the rows below leaves theirs empty. An agency does so only below the same place.
    private static void FillDown(ColumnMap map, List<RowOnPage> rows)
    {
        if (map.IndexOf(ReportField.Place) is not { } place || map.Section == ReportSection.Listed) return;
        for (var index = 1; index < rows.Count; index++)
        {
            var (above, row) = (rows[index - 1], rows[index]);
            var isSamePlace = row.Cells[place].Count == 0 || row.Text(map, ReportField.Place) == above.Text(map, ReportField.Place);
            for (var column = 0; isSamePlace && column < row.Cells.Length && row.Cells[column].Count == 0; column++) row.Cells[column] = above.Cells[column];
            if (row.Cells[place].Count > 0) continue;
            row.Cells[place] = above.Cells[place];
            if (map.IndexOf(ReportField.State) is { } state && row.Cells[state].Count == 0) row.Cells[state] = above.Cells[state];
        }
    }
}
