using DetainerLedger.Reports;

namespace DetainerLedger.Checks;

public static class ReportChecks
{
    public static IReadOnlyList<Check> Of(WeeklyReport report, WeeklyReport? previous) => previous == report ? [] : [];
}
