using DetainerLedger.History;

namespace DetainerLedger.Pages.Sources;

public static class Knowledge
{
    /// <summary>The last day, in UTC, on which anything in the view became known; null for an empty ledger.</summary>
    public static DateOnly? LastDay(LedgerView view)
    {
        var revisions = view.Weeks.SelectMany(week => view.Revisions(week.Week)).Select(revision => revision.LastKnownFrom(DateTimeOffset.MaxValue));
        var last = revisions.Concat(view.Notices.Select(notice => (DateTimeOffset?)notice.KnownFrom)).Max();
        return last is { } moment ? DateOnly.FromDateTime(moment.UtcDateTime) : null;
    }
}
