using DetainerLedger.Parsing.Tables;

namespace DetainerLedger.Parsing.Pdf;

/// <summary>The part of a table on one page: the lines below its header, and the columns of that header.</summary>
internal sealed record TablePart(int Page, TableColumns Columns, List<TextLine> Body)
{
    public IEnumerable<PdfWord> Words => Body.SelectMany(line => line.Words);
}

/// <summary>The parts of a section's table, page by page, without the headers; pages with the same header share their columns.</summary>
/// <param name="Prose">The running text above the table.</param>
internal sealed record TableParts(IReadOnlyList<TablePart> Pages, IReadOnlyList<TextLine> Prose)
{
    // In lines from the top of a page: a repeated header begins within them.
    private const int RepeatedHeaderWithin = 8;

    public static TableParts Of(ReportSection section, IReadOnlyList<TextLine> lines, CancellationToken cancellation)
    {
        var prose = new List<TextLine>();
        var parts = new List<TablePart>();
        var headerLines = new List<TextLine>();
        List<List<TextLine>> pages = [.. lines.GroupBy(line => line.Page).OrderBy(group => group.Key).Select(group => group.ToList())];
        foreach (var (index, page) in pages.Index())
        {
            cancellation.ThrowIfCancellationRequested();
            var body = page;
            var columns = parts.Count == 0 ? null : parts[^1].Columns;
            var repeats = columns is null ? [] : TableHeader.Repeats(headerLines, body);
            if (repeats.Count == 0 && TableHeader.Find(section, body, columns is null ? body.Count : RepeatedHeaderWithin, index + 1 < pages.Count ? pages[index + 1] : []) is { } header && Fits(columns, header.Columns))
            {
                columns = header.Columns;
                headerLines = body[header.Start..header.End];
                repeats = TableHeader.Repeats(headerLines, body);
            }

            if (repeats.Count > 0)
            {
                // The first page of a table can have a lot above it; on a later page, lines above a header that begins far down continue the table.
                var top = parts.Count == 0 || repeats[0] < RepeatedHeaderWithin ? repeats[0] : 0;
                prose.AddRange(body.Take(top));
                body = [.. body.Where((_, line) => line >= top && !repeats.Exists(start => line >= start && line < start + headerLines.Count))];
            }

            if (columns is null) prose.AddRange(body);
            else parts.Add(new TablePart(page[0].Page, columns, body));
        }

        return new TableParts(parts, prose);
    }

    /// <summary>The same parts with columns that are known by their values; null if a page has other headers than the first.</summary>
    public TableParts? With(ColumnMap map)
    {
        if (Pages.Any(part => !part.Columns.Map.Headers.SequenceEqual(map.Headers))) return null;
        var known = Pages.Select(part => part.Columns).Distinct(ReferenceEqualityComparer.Instance).Cast<TableColumns>()
            .ToDictionary(columns => columns, columns => columns with { Map = map }, (IEqualityComparer<TableColumns>)ReferenceEqualityComparer.Instance);
        return this with { Pages = [.. Pages.Select(part => part with { Columns = known[part.Columns] })] };
    }

    // A repeated header has the columns of the first; anything else is text that only looks like one.
    private static bool Fits(TableColumns? columns, TableColumns repeated) => columns is null || columns.Map.Fields.ToHashSet().SetEquals(repeated.Map.Fields);
}
