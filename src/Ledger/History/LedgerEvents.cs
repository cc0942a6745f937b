namespace DetainerLedger.History;

/// <summary>An event in the ledger: a report for a week, or a correction of one.</summary>
/// <param name="At">When it was published in the ledger.</param>
public abstract record LedgerEvent(DateTimeOffset At);

/// <summary>The first report of a week, or a later revision of it.</summary>
/// <param name="Before">The revision with the preceding number; null for the first.</param>
public sealed record ReportPublished(Revision Revision, Revision? Before) : LedgerEvent(Revision.PublishedAt);

public sealed record CorrectionPublished(CorrectionEntry Correction, PublishedNotice Notice) : LedgerEvent(Notice.PublishedAt);

/// <summary>A file at a watched source changed in place, was withdrawn, or returned.</summary>
/// <param name="Week">The latest week of the file's report; null if no revision was read from its bytes.</param>
public sealed record FileObserved(FileEvent File, DateOnly? Week) : LedgerEvent(File.At);

/// <summary>Lists the events of the ledger, newest first: a pure function of what is known.</summary>
public static class LedgerEvents
{
    public static IEnumerable<LedgerEvent> Of(LedgerView view) =>
        Reports(view).Concat(Corrections(view)).Concat(Files(view)).OrderByDescending(ledgerEvent => ledgerEvent.At);

    private static IEnumerable<LedgerEvent> Reports(LedgerView view) => view.Weeks.SelectMany(week =>
    {
        // A feed shows what was published when, regardless of which revision is now in force.
        var revisions = view.Revisions(week.Week).OrderBy(revision => revision.Number).ToList();
        return revisions.Select((revision, i) => new ReportPublished(revision, i == 0 ? null : revisions[i - 1])).Reverse();
    });

    private static IEnumerable<LedgerEvent> Corrections(LedgerView view) =>
        from notice in view.Notices
        from correction in notice.Notice.Corrections
        select new CorrectionPublished(CorrectionEntry.Of(new KnownCorrection(correction, notice)), notice);

    private static IEnumerable<FileObserved> Files(LedgerView view)
    {
        if (view.Files.Count == 0) return [];
        var weeks = view.Weeks.SelectMany(week => view.Revisions(week.Week)).ToLookup(revision => revision.Source.Sha256, revision => revision.Week);
        return view.Files.Reverse().Select(file => new FileObserved(file, Week(file.Sha256) ?? Week(file.Before)));

        DateOnly? Week(string? sha256) => sha256 is not null && weeks[sha256].Any() ? weeks[sha256].Max() : null;
    }
}
