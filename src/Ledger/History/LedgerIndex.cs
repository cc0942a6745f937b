namespace DetainerLedger.History;

/// <summary>
/// The content of the ledger without the rows: it grows by one entry per week. It alone determines what was known at a moment,
/// which week precedes another, and which revision is in force.
/// </summary>
public sealed class LedgerIndex
{
    private readonly IReadOnlyList<IReadOnlyList<Revision>> _weeks;
    private readonly IReadOnlyList<PublishedNotice> _notices;
    private readonly IReadOnlyList<FileEvent> _files;
    private readonly KnownQuestions _questions;

    /// <param name="weeks">The revisions of each week.</param>
    /// <param name="version">Changes with every publication.</param>
    /// <param name="files">What happened to files at watched sources; null for nothing.</param>
    /// <param name="questions">The questions about rows, withdrawn ones included; null for none.</param>
    public LedgerIndex(
        IEnumerable<IReadOnlyList<Revision>> weeks,
        IEnumerable<PublishedNotice> notices,
        string version,
        IEnumerable<FileEvent>? files = null,
        IEnumerable<RowQuestion>? questions = null)
    {
        _questions = new KnownQuestions(questions ?? []);
        _weeks = [.. weeks.Where(revisions => revisions.Count > 0)
            .Select(revisions => InForceOrder.At(DateTimeOffset.MaxValue, revisions))
            .OrderByDescending(revisions => revisions[0].Week)];
        _notices = [.. notices
            .OrderBy(notice => notice.KnownFrom)
            .ThenBy(notice => notice.PublishedAt)
            .ThenBy(notice => notice.ReportId.ToString(), StringComparer.Ordinal)];
        _files = [.. (files ?? []).OrderBy(file => file.At).ThenBy(file => file.Id, StringComparer.Ordinal)];
        Version = version;
        Now = new LedgerView(version, _weeks, _notices, _files, _questions);
    }

    private LedgerIndex(LedgerIndex index, TimeSpan staleFor)
    {
        (_weeks, _notices, _files, _questions, Version) = (index._weeks, index._notices, index._files, index._questions, index.Version);
        Now = index.Now.AsStale(staleFor);
    }

    /// <summary>Changes with every publication, so that readers can detect changes.</summary>
    public string Version { get; }

    /// <summary>The ledger as it is now.</summary>
    public LedgerView Now { get; }

    /// <summary>The ledger as it was known at a moment.</summary>
    public LedgerView AsOf(DateTimeOffset moment)
    {
        var view = new LedgerView(
            Version,
            [.. _weeks.Select(revisions => InForceOrder.At(moment, revisions)).Where(revisions => revisions.Count > 0)],
            [.. _notices.Where(notice => notice.KnownFrom <= moment)],
            [.. _files.Where(file => file.KnownFrom <= moment)],
            _questions.AsOf(moment));
        return Now.StaleFor is { } age ? view.AsStale(age) : view;
    }

    /// <summary>The same index, of which it is not known whether it is still current.</summary>
    /// <param name="staleFor">The time since it was last known to be.</param>
    public LedgerIndex AsStale(TimeSpan staleFor) => new(this, staleFor);
}
