using DetainerLedger.History;
using DetainerLedger.Queries;
using DetainerLedger.Reports;

namespace DetainerLedger.Pages.Weeks;

/// <summary>The revisions of a week, the one in force first.</summary>
/// <param name="Next">The cursor of the next page; null on the last.</param>
public sealed record RevisionsModel(ReportingWeek Period, IReadOnlyList<(Revision Revision, RevisionRow Row)> Revisions, int Known, string? Next);
