using System.Globalization;
using DetainerLedger.Reports;

namespace DetainerLedger.Corpus.Oracle;

/// <summary>Everything that wasn't read as it was printed.</summary>
internal static class FactsComparison
{
    public static IReadOnlyList<Difference> Of(ExpectedFacts expected, WeeklyReport actual) =>
    [
        .. Value("period", $"{expected.Start:O}/{expected.End:O}", $"{actual.Period.Start:O}/{actual.Period.End:O}"),
        .. Value("detainersIssued", Number(expected.DetainersIssued), Number(actual.DetainersIssued)),
        .. Value("highestVolumeTotal", Number(expected.HighestVolumeTotal), Number(actual.HighestVolumeTotal)),
        .. Value("declinedAsStated", Number(expected.DetainersDeclined), Number(actual.DeclinedAsStated)),
        .. Rows("issued", Row.VolumeFields, [.. expected.HighestVolume.Select(Row.Of)], [.. actual.HighestVolume.Select(Row.Of)]),
        .. Rows("declined", Row.DeclineFields, [.. expected.Declined.Select(Row.Of)], [.. actual.Declines.Select(Row.Of)]),
        .. Rows("listed", Row.ListingFields, [.. expected.Policies.Select(Row.Of)], [.. actual.Listings.Select(Row.Of)]),
        .. Value("notices", Texts(expected.Notices), Texts(actual.Notices.Select(notice => notice.Text).Where(text => !expected.OptionalNotices.Contains(text)))),
        .. Value("sectionTitles", Texts(expected.SectionTitles), Texts(actual.SectionTitles)),
        .. Value("definition", expected.Definition, actual.Definition),
        .. Value("scope", expected.Scope, actual.Scope),
        .. Places(expected, actual),
    ];

    /// <param name="fields">The names of the cells.</param>
    public static IReadOnlyList<Difference> Rows(string section, IReadOnlyList<string> fields, IReadOnlyList<Row> expected, IReadOnlyList<Row> actual)
    {
        var differences = new List<Difference>();
        var pairs = RowAlignment.Of(expected, actual);
        var before = actual.Count > 0 ? actual[0].Source : null;
        for (var index = 0; index < pairs.Count; index++)
        {
            var (printed, read) = pairs[index];
            before = read?.Source ?? before;
            if (read is null) differences.Add(new Difference(DifferenceKind.LostRow, section, null, before?.Page, before?.Row, $"not read: {Text(printed!)}"));
            else if (printed is null) differences.Add(new Difference(DifferenceKind.MadeUpRow, section, null, before?.Page, before?.Row, $"made up: {Text(read)}"));
            else differences.AddRange(Cells(section, fields, pairs, index, printed, read));
        }

        return differences;
    }

    private static IEnumerable<Difference> Cells(string section, IReadOnlyList<string> fields, IReadOnlyList<(Row? Expected, Row? Actual)> pairs, int index, Row printed, Row read)
    {
        for (var cell = 0; cell < fields.Count; cell++)
        {
            var (wanted, found) = (printed.Cells[cell], read.Cells[cell]);
            if (CellComparison.AreEqual(wanted, found)) continue;
            var kind = found is not null && IsElsewhere(pairs, index, cell, found) ? DifferenceKind.Swapped : DifferenceKind.Changed;
            yield return new Difference(kind, section, fields[cell], read.Source?.Page, read.Source?.Row, $"{fields[cell]}: printed “{Short(wanted)}”, read “{Short(found)}”", found is null);
        }
    }

    // In another cell of the row, or in this one of a neighbouring row.
    private static bool IsElsewhere(IReadOnlyList<(Row? Expected, Row? Actual)> pairs, int index, int cell, string found) =>
        pairs[index].Expected!.Cells.Where((_, other) => other != cell).Contains(found)
        || (index > 0 && pairs[index - 1].Expected?.Cells[cell] == found)
        || (index + 1 < pairs.Count && pairs[index + 1].Expected?.Cells[cell] == found);

    private static IEnumerable<Difference> Places(ExpectedFacts expected, WeeklyReport actual) =>
        from row in actual.Listings
        let wanted = expected.Places.GetValueOrDefault(row.AsPrinted)
        let found = row.Jurisdiction.Kind?.ToString().ToLowerInvariant() ?? "none"
        where wanted is not null && wanted != found
        select new Difference(DifferenceKind.Changed, "listed", "kind", row.Source.Page, row.Source.Row, $"{row.AsPrinted} is of kind “{wanted}”, read as “{found}”");

    private static IEnumerable<Difference> Value(string field, string? wanted, string? found)
    {
        if (wanted != found) yield return new Difference(DifferenceKind.Changed, "report", field, null, null, $"{field}: printed “{Short(wanted)}”, read “{Short(found)}”", found is null);
    }

    private static string Texts(IEnumerable<string> texts) => string.Join('\n', texts);

    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string Text(Row row) => Short(string.Join(" | ", row.Cells));

    private static string Short(string? text)
    {
        const int Longest = 160;
        text = (text ?? "(nothing)").Replace("\n", " ⏎ ", StringComparison.Ordinal).Replace(ExpectedFacts.Part, '+');
        return text.Length <= Longest ? text : string.Concat(text.AsSpan(0, Longest), " …");
    }
}
