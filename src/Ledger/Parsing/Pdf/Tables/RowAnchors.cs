using DetainerLedger.Parsing.Tables;

namespace DetainerLedger.Parsing.Pdf;

/// <summary>The vertical extent of a value that each row has once, such as a date or a count: it identifies one row.</summary>
internal readonly record struct RowAnchor(double Top, double Bottom);

/// <summary>Finds the values that each row has once. Tables without ruled lines are split by them.</summary>
internal static class RowAnchors
{
    private const int MostLinesOfAValue = 4;

    public static IReadOnlyList<RowAnchor> Of(ColumnMap map, IReadOnlyList<CellLine> lines)
    {
        List<RowAnchor> anchors = map.Section switch
        {
            ReportSection.Issued => [.. Values(map, ReportField.Count, lines, text => CellReader.Count(text) is not null)],
            ReportSection.Declined => [.. Dates(map, ReportField.IssuedOn, lines), .. Dates(map, ReportField.DeclinedOn, lines)],
            _ => [.. Values(map, ReportField.Enacted, lines, CellReader.IsWholeEnactment)],
        };
        anchors = Distinct(anchors, lines);

        // A row without a date still has a name, and the name of a listing is usually followed by an AOR.
        var isNameNeeded = map.Section == ReportSection.Listed
            || (map.Section == ReportSection.Declined && !map.Has(ReportField.IssuedOn) && !map.Has(ReportField.DeclinedOn));
        return isNameNeeded ? Distinct([.. anchors, .. Names(map, lines)], lines) : anchors;
    }

    private static IEnumerable<RowAnchor> Dates(ColumnMap map, ReportField field, IReadOnlyList<CellLine> lines) =>
        Values(map, field, lines, CellReader.IsDate);

    private static IEnumerable<RowAnchor> Values(ColumnMap map, ReportField field, IReadOnlyList<CellLine> lines, Func<string, bool> isWhole)
    {
        var begun = new List<CellLine>();
        foreach (var line in In(map, field, lines))
        {
            begun.Add(line);
            if (begun.Count <= MostLinesOfAValue && isWhole(CellReader.Join(begun.Select(part => part.Text)) ?? "")) yield return new RowAnchor(begun[0].Baseline, line.Baseline);
            else if (isWhole(line.Text)) yield return new RowAnchor(line.Baseline, line.Baseline);
            else continue;
            begun = [];
        }
    }

    private static IEnumerable<RowAnchor> Names(ColumnMap map, IReadOnlyList<CellLine> lines)
    {
        CellLine? first = null;
        CellLine? last = null;
        var isRest = false;
        foreach (var line in In(map, ReportField.Place, lines))
        {
            // The area of responsibility of a row that began on the preceding page.
            isRest |= first is null && line.Text.StartsWith('(');
            if (isRest)
            {
                isRest = !line.Text.EndsWith(')');
                continue;
            }

            var isOther = last is not null && (last.Text.EndsWith(')') || last.Baseline - line.Baseline > 1.6 * line.Size);
            if (isOther) yield return new RowAnchor(first!.Baseline, last!.Baseline);
            if (isOther || first is null) first = line;
            last = line;
        }

        if (last is not null) yield return new RowAnchor(first!.Baseline, last.Baseline);
    }

    private static IEnumerable<CellLine> In(ColumnMap map, ReportField field, IReadOnlyList<CellLine> lines) =>
        map.IndexOf(field) is { } column ? lines.Where(line => line.Column == column) : [];

    private static List<RowAnchor> Distinct(List<RowAnchor> anchors, IReadOnlyList<CellLine> lines)
    {
        var near = lines.Count == 0 ? 0 : 0.8 * lines.Max(line => line.Size);
        var distinct = new List<RowAnchor>();
        foreach (var anchor in anchors)
        {
            var index = distinct.FindIndex(other => anchor.Bottom <= other.Top + near && anchor.Top >= other.Bottom - near);
            if (index < 0) distinct.Add(anchor);
        }

        return [.. distinct.OrderByDescending(anchor => anchor.Top)];
    }
}
