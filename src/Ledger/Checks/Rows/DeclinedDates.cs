using DetainerLedger.Reports;

namespace DetainerLedger.Checks.Rows;

/// <summary>A detainer was recorded as declined on a day that is not of the week, or before it was issued.</summary>
internal static class DeclinedDates
{
    public static IEnumerable<Check> In(WeeklyReport report)
    {
        foreach (var row in report.Declines)
        {
            if (row.Declined is not { } declined) continue;
            if (!report.Period.Contains(declined))
                yield return Check.Warning(
                    "declined-outside-week",
                    $"{row.Jurisdiction.Name}: declined on {ReportingWeek.Name(declined)}, outside the week of {report.Period} to {ReportingWeek.Name(report.Period.End)}.",
                    row.Source);
            if (row.Issued > declined)
                yield return Check.Warning(
                    "issued-after-declined",
                    $"{row.Jurisdiction.Name}: declined on {ReportingWeek.Name(declined)}, before it was issued on {ReportingWeek.Name(row.Issued.Value)}.",
                    row.Source);
        }
    }
}
