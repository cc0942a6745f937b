using DetainerLedger.Places;
using DetainerLedger.Reports;

namespace DetainerLedger.History;

/// <summary>A correction as the API returns it, with the notice that makes it.</summary>
public sealed record CorrectionEntry(
    string Id,
    DateOnly Week,
    CorrectedSection Section,
    Jurisdiction Jurisdiction,
    string? Reason,
    int Was,
    int Is,
    string? Title,
    DateOnly? Dated,
    string? Statement,
    SourceLocation Source)
{
    /// <summary>All known corrections, newest notice first, and within a notice in the order of the notice.</summary>
    public static IEnumerable<CorrectionEntry> KnownIn(LedgerView view) => view.Notices
        .Reverse()
        .SelectMany(notice => notice.Notice.Corrections.Select(correction => Of(new KnownCorrection(correction, notice))));

    public static CorrectionEntry Of(KnownCorrection known) => new(
        $"{known.Notice.ReportId}-{known.Correction.Source.Row}",
        known.Correction.Week,
        known.Correction.Section,
        known.Correction.Jurisdiction,
        known.Correction.Reason,
        known.Correction.Was,
        known.Correction.Is,
        known.Notice.Notice.Title,
        known.Notice.Notice.Dated,
        known.Notice.Notice.Statement,
        known.Correction.Source);
}
