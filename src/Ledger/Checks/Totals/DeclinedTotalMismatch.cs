using DetainerLedger.Reports;

namespace DetainerLedger.Checks.Totals;

/// <summary>The number of declined detainers stated in the text differs from the number of rows.</summary>
internal static class DeclinedTotalMismatch
{
    public static IEnumerable<Check> In(WeeklyReport report)
    {
        if (report.DeclinedAsStated is { } stated && stated != report.Declines.Count)
            yield return Check.Warning("declined-total-mismatch", $"The text states {stated:N0} declined detainers; Section II has {CheckWording.Rows(report.Declines.Count)}.");
    }
}
