namespace DetainerLedger.Reports;

/// <summary>Tells whether two reports state the same facts.</summary>
public static class FactsFingerprint
{
    public static string Of(WeeklyReport report) => throw new NotSupportedException(report.ToString());

    public static string Of(CorrectionNotice notice) => throw new NotSupportedException(notice.ToString());
}
