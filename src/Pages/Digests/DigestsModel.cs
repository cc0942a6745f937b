using DetainerLedger.Digests;

namespace DetainerLedger.Pages.Digests;

/// <param name="Digests">Newest week first.</param>
/// <param name="Next">The cursor of the next page; null on the last.</param>
public sealed record DigestsModel(IReadOnlyList<DigestHeading> Digests, string? Next);
