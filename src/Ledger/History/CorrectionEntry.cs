using DetainerLedger.Places;
using DetainerLedger.Reports;

namespace DetainerLedger.History;

/// <summary>A correction as it is answered: with the notice that makes it.</summary>
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
    /// <summary>All that are known, of the newest notice first, and of one notice in its order.</summary>
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
