using DetainerLedger.Reports;

namespace DetainerLedger.Checks.Totals;

/// <summary>The rows of Section I don't add up to the number stated in the text, or exceed the national total.</summary>
internal static class IssuedTotalMismatch
{
    private const string Code = "issued-total-mismatch";

    public static IEnumerable<Check> In(WeeklyReport report)
    {
        var sum = report.HighestVolume.Sum(row => (long)row.Issued);
        if (report.HighestVolumeTotal is { } stated && stated != sum)
            yield return Check.Warning(Code, $"The text states {stated:N0} detainers issued to the jurisdictions of Section I; its rows add up to {sum:N0}.");
        if (report.DetainersIssued is { } total && sum > total)
            yield return Check.Warning(Code, $"The rows of Section I add up to {sum:N0} detainers issued, more than the {total:N0} of the whole week.");
    }
}
