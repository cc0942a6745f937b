using DetainerLedger.History;

namespace DetainerLedger.Pages.Weeks;

/// <param name="Rows">Those on this page, ordered by id: by state, and then by name.</param>
/// <param name="Next">The cursor of the next page; null on the last.</param>
public sealed record WeekPlacesModel(WeekJurisdictions Week, IReadOnlyList<WeekJurisdiction> Rows, string? Next);
