using DetainerLedger.History;
using DetainerLedger.Queries;

namespace DetainerLedger.Pages.Weeks;

/// <summary>A week's report, what it changed, and the weeks around it.</summary>
/// <param name="Comparison">With the nearest earlier week; null if there is none.</param>
/// <param name="Places">One row for each jurisdiction that the report names.</param>
/// <param name="Revisions">The number of known revisions of the week.</param>
/// <param name="NextWeek">The nearest later week; null if there is none.</param>
public sealed record WeekModel(
    WeekSummary Summary, WeekComparison? Comparison, IReadOnlyList<WeekPlace> Places, int Revisions, DateOnly? NextWeek)
{
    /// <summary>Whether this is the front page: the latest week.</summary>
    public bool IsFront { get; init; }

    /// <summary>The totals of all weeks, oldest first.</summary>
    public IReadOnlyList<TrendWeek> Trend { get; init; } = [];

    public DateOnly Week => Summary.Week;

    public bool IsPdf => Summary.Source.Pages is not null;

    public static WeekModel Of(LedgerView view, PublishedReport current, PublishedReport? previous) => new(
        WeekSummaries.Of(view, current, previous),
        previous is null ? null : WeekComparison.Of(view, previous, current),
        WeekPlace.Of(current.Report, previous?.Report),
        view.Revisions(current.Revision.Week).Count,
        view.Weeks.LastOrDefault(revision => revision.Week > current.Revision.Week)?.Week);
}
