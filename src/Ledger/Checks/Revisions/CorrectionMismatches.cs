using DetainerLedger.History;
using DetainerLedger.Reports;

namespace DetainerLedger.Checks.Revisions;

/// <summary>This revision has neither the published nor the corrected count of a correction, which may not apply to it.</summary>
internal static class CorrectionMismatches
{
    public static IEnumerable<Check> In(WeeklyReport report, CorrectionsInForce corrections) =>
        corrections.MismatchesIn(report).Select(mismatch => Check.Warning(
            "correction-mismatch",
            $"{CheckWording.Place(mismatch.Correction.Jurisdiction).TrimEnd(',')}: a correction changes {What(mismatch.Correction.Section)} from {mismatch.Correction.Was:N0} to {mismatch.Correction.Is:N0}; this revision has {Printed(mismatch)}.",
            mismatch.Correction.Source));

    private static string What(CorrectedSection section) => section switch
    {
        CorrectedSection.Issued => "the detainers issued",
        CorrectedSection.Declined => "the detainers declined",
        CorrectedSection.Listed => "the listings",
        _ => throw new ArgumentOutOfRangeException(nameof(section)),
    };

    private static FormattableString Printed(CorrectionMismatch mismatch) => mismatch switch
    {
        { Printed: { } count } => $"{count:N0}",
        _ => $"no such row in Section I",
    };
}
