using DetainerLedger.Reports;

namespace DetainerLedger.Corpus.Oracle;

/// <summary>Whether a check shows a person where to look for a difference.</summary>
internal static class CheckCoverage
{
    // The codes of checks of a whole column, which apply to all rows below its header.
    private const string Column = "column";

    public static bool Covers(Check check, Difference difference)
    {
        if (check.Code == "declined-total-mismatch") return IsCount(difference, "declined", "declinedAsStated");
        if (check.Code == "issued-total-mismatch") return difference.Section == "issued" || difference.Field is "detainersIssued" or "highestVolumeTotal";
        if (difference.Section == "report") return check.Source?.Row is null;

        var (page, row) = (check.Source?.Page, check.Source?.Row);
        if (row is not null) return difference.Row is { } at && Math.Abs(at - row.Value) <= 1 && (page is null || difference.Page is null || Math.Abs(page.Value - difference.Page.Value) <= 1);
        if (check.Code.Contains(Column, StringComparison.Ordinal) || check.Code.Contains("date", StringComparison.Ordinal)) return page is null || difference.Page is null || page <= difference.Page;
        return check.Code == "section-missing" ? difference.Kind == DifferenceKind.LostRow : page is not null && page == difference.Page;
    }

    private static bool IsCount(Difference difference, string section, string total) =>
        difference.Field == total || (difference.Section == section && difference.Kind is DifferenceKind.LostRow or DifferenceKind.MadeUpRow);
}
