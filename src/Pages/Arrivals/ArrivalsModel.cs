using DetainerLedger.Ingest;

namespace DetainerLedger.Pages.Arrivals;

/// <param name="Arrivals">Newest first.</param>
/// <param name="Next">The cursor of the next page; null on the last.</param>
public sealed record ArrivalsModel(IReadOnlyList<Arrival> Arrivals, string? Next);
