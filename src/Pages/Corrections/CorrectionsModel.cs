using DetainerLedger.History;

namespace DetainerLedger.Pages.Corrections;

/// <param name="Corrections">Newest notice first, and within a notice in its order.</param>
/// <param name="Next">The cursor of the next page; null on the last.</param>
public sealed record CorrectionsModel(IReadOnlyList<CorrectionEntry> Corrections, string? Next);
