using DetainerLedger.History;

namespace DetainerLedger.Queries;

/// <summary>The totals of all weeks, for charts.</summary>
public sealed class TrendQueries(IJurisdictionReader ledger)
{
    /// <summary>
    /// The totals of every week in force, oldest first. Only the weeks with corrections cost a request to storage, one for all of them,
    /// which is not repeated.
    /// </summary>
    public async Task<IReadOnlyList<TrendWeek>> Totals(LedgerView view, CancellationToken cancellation)
    {
        var changed = view.Weeks.Where(revision => view.Corrections(revision.Week).Count > 0).ToList();
        var counts = changed.Count == 0 ? [] : await ledger.ReadCounts(changed, cancellation);
        var corrected = changed.Zip(counts).ToDictionary(
            week => week.First.Week,
            week => CorrectionsInForce.Of(view.Corrections(week.First.Week)).Correct(week.First.Totals, week.Second));
        return [.. view.Weeks.Reverse().Select(revision => new TrendWeek(revision.Week, revision.Totals, corrected.GetValueOrDefault(revision.Week)))];
    }
}

/// <param name="Corrected">The totals after the known corrections; null without any.</param>
public sealed record TrendWeek(DateOnly Week, WeekTotals Reported, WeekTotals? Corrected);
