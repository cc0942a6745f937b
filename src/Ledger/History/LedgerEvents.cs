namespace DetainerLedger.History;

/// <summary>Something that the ledger learned: a report of a week, or a correction of one.</summary>
/// <param name="At">When it was published here.</param>
public abstract record LedgerEvent(DateTimeOffset At);

/// <summary>The first report of a week, or a later revision of it.</summary>
/// <param name="Before">The revision with the number before it; null for the first.</param>
public sealed record ReportPublished(Revision Revision, Revision? Before) : LedgerEvent(Revision.PublishedAt);

public sealed record CorrectionPublished(CorrectionEntry Correction, PublishedNotice Notice) : LedgerEvent(Notice.PublishedAt);

/// <summary>Tells what the ledger learned, the newest first. A pure function: of what is known.</summary>
public static class LedgerEvents
{
    public static IEnumerable<LedgerEvent> Of(LedgerView view) =>
        Reports(view).Concat(Corrections(view)).OrderByDescending(ledgerEvent => ledgerEvent.At);

    private static IEnumerable<LedgerEvent> Reports(LedgerView view) => view.Weeks.SelectMany(week =>
    {
        // A feed tells what was published when, whichever revision is in force since.
        var revisions = view.Revisions(week.Week).OrderBy(revision => revision.Number).ToList();
        return revisions.Select((revision, i) => new ReportPublished(revision, i == 0 ? null : revisions[i - 1])).Reverse();
    });

    private static IEnumerable<LedgerEvent> Corrections(LedgerView view) =>
        from notice in view.Notices
        from correction in notice.Notice.Corrections
        select new CorrectionPublished(CorrectionEntry.Of(new KnownCorrection(correction, notice)), notice);
}
