using DetainerLedger.Parsing.Tables;
using DetainerLedger.Places;

namespace DetainerLedger.Parsing.Pdf;

/// <summary>Combines the rows of a table's pages: a row that was broken at the end of a page is rejoined.</summary>
internal sealed class RowsAcrossPages(ColumnMap map, HyphenatedWords words)
{
    private readonly List<RowOnPage> _rows = [];

    public IReadOnlyList<RowOnPage> Rows => _rows;

    public void Append(List<RowOnPage> onPage)
    {
        // A note that the table continues can be printed within a row, at the end or the top of a page.
        var last = _rows.FindLast(row => row.Interlude?.Kind != InterludeKind.Continuation);
        var first = onPage.Find(row => row.Interlude?.Kind != InterludeKind.Continuation);
        if (last is { Interlude: null } && first is { Interlude: null })
        {
            if (IsBegunOnly(last, first) || Continues(last, first))
            {
                last.Append(first);
                onPage.Remove(first);
            }
            else if (last.Text(map, ReportField.Place) is { } begun && begun.EndsWith(',') && map.IndexOf(ReportField.Place) is { } place)
            {
                // The cell spans rows on both pages, and its text breaks where they do.
                last.Cells[place].AddRange(first.Cells[place]);
                first.Cells[place] = [.. last.Cells[place]];
            }
        }

        _rows.AddRange(onPage);
    }

    // If cells are centred in their row, its name, or its date too, can be on the page after that of its first lines.
    private bool IsBegunOnly(RowOnPage last, RowOnPage first) =>
        (last.Anchors == 0 || (map.Section == ReportSection.Listed && first.Text(map, ReportField.Enacted) is null)) && last.Text(map, ReportField.Place) is null && first.Text(map, ReportField.Place) is not null && last.Page != first.Page;

    /// <summary>Whether the first row of a page is the rest of the last row of the preceding page.</summary>
    private bool Continues(RowOnPage last, RowOnPage first)
    {
        if (StateHeadings.Of(map, first, last) is not null || (_rows.Count > 1 && StateHeadings.Of(map, last, _rows[^2]) is not null)) return false;
        var place = first.Text(map, ReportField.Place);
        if (place is not null && place.StartsWith('(')) return true;

        var (begun, rest) = (last.Text(map, ReportField.Enacted), first.Text(map, ReportField.Enacted));
        if (begun is not null && rest is not null && !CellReader.IsWholeEnactment(begun) && CellReader.IsWholeEnactment($"{begun} {rest}")) return true;
        if (first.Anchors > 0 && (map.Section != ReportSection.Listed || rest is not null)) return false;
        if (place is null || IsUnfinished(last.Text(map, ReportField.Place), place)) return true;

        // Half of the cells of a row can be long enough to continue, but hardly three quarters.
        var most = map.Section == ReportSection.Listed ? first.Cells.Length * 2 : first.Cells.Length * 3;
        return first.Filled * 4 < most;
    }

    private static bool IsUnfinished(string? begun, string rest) => begun is not null && (begun.EndsWith(',') || (rest.EndsWith(')') && !begun.EndsWith(')')));

    /// <summary>Removes content that isn't a row, and fills in values that are printed once for several rows.</summary>
    public void Complete()
    {
        // Content that is only in columns of no field isn't a row.
        _rows.RemoveAll(row => map.Fields.All(field => row.Text(map, field) is null));
        foreach (var row in _rows.Where(row => row.Interlude is null)) words.Restore(row);
        FillDown();
    }

    // A cell that spans the rows below leaves theirs empty. An agency does so only below the same place, and from the left.
    private void FillDown()
    {
        // Of a city and its county, either may be missing.
        if (map.IndexOf(ReportField.Place) is not { } place || map.IndexesOf(ReportField.Place).Count > 1 || map.Section == ReportSection.Listed) return;
        var mergeable = MergedCells.Mergeable.Select(map.IndexOf).OfType<int>().ToHashSet();
        RowOnPage? above = null;
        foreach (var row in _rows)
        {
            if (row.Interlude is { Kind: not InterludeKind.StateHeading }) continue;
            if (HeadingOf(row, above) is { } heading)
            {
                // Within the rows of a place, a heading of its own state doesn't end them.
                if (above is not null && StateHeadings.StateOf(map, above) != heading) above = null;
                continue;
            }

            if (above is not null) FillDown(above, row, place, mergeable);
            above = row;
        }
    }

    private State? HeadingOf(RowOnPage row, RowOnPage? above) =>
        row.Interlude is { Kind: InterludeKind.StateHeading, Text: { } name } ? StateNames.FindByFullName(name.TrimEnd(':', ' ')) : StateHeadings.Of(map, row, above);

    private void FillDown(RowOnPage above, RowOnPage row, int place, HashSet<int> mergeable)
    {
        var isBlank = row.Cells[place].Count == 0;
        var isSamePlace = isBlank || row.Text(map, ReportField.Place) == above.Text(map, ReportField.Place);

        // A column of no field, such as the number of a file, isn't a border.
        for (var column = 0; isSamePlace && column < row.Cells.Length; column++)
        {
            if (map.FieldOf(column) is null) continue;
            if (!mergeable.Contains(column) || row.Cells[column].Count > 0) break;
            row.Cells[column] = above.Cells[column];
        }

        if (!isBlank) return;
        row.Cells[place] = above.Cells[place];
        if (map.IndexOf(ReportField.State) is { } state && row.Cells[state].Count == 0) row.Cells[state] = above.Cells[state];
    }
}
