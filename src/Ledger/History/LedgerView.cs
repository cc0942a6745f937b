namespace DetainerLedger.History;

/// <summary>What is known at one moment: the revision in force of each week, and the corrections.</summary>
public sealed class LedgerView
{
    private static readonly TimeSpan LongestSilence = TimeSpan.FromDays(14);

    private readonly Dictionary<DateOnly, int> _positions = [];
    private readonly IReadOnlyList<IReadOnlyList<Revision>> _revisions;
    private readonly ILookup<DateOnly, KnownCorrection> _corrections;

    /// <param name="weeksNewestFirst">The known revisions of each week, in the order of <see cref="InForceOrder"/>.</param>
    internal LedgerView(
        string version,
        IReadOnlyList<IReadOnlyList<Revision>> weeksNewestFirst,
        IReadOnlyList<PublishedNotice> noticesOldestFirst,
        IReadOnlyList<FileEvent> filesOldestFirst,
        KnownQuestions questions)
    {
        Version = version;
        Questions = questions;
        _revisions = weeksNewestFirst;
        Weeks = [.. weeksNewestFirst.Select(revisions => revisions[^1])];
        for (var i = 0; i < Weeks.Count; i++) _positions[Weeks[i].Week] = i;
        Notices = noticesOldestFirst;
        Files = filesOldestFirst;
        _corrections = noticesOldestFirst
            .SelectMany(notice => notice.Notice.Corrections.Select(correction => new KnownCorrection(correction, notice)))
            .ToLookup(known => known.Correction.Week);
    }

    /// <summary>The version of the index that the view was taken from.</summary>
    public string Version { get; }

    /// <summary>
    /// The time since the index was last known to be current, if storage has not responded since; null if the index is current.
    /// </summary>
    public TimeSpan? StaleFor { get; private set; }

    /// <summary>The revision in force of each week, newest week first.</summary>
    public IReadOnlyList<Revision> Weeks { get; }

    /// <summary>The notices of corrections, oldest first.</summary>
    public IReadOnlyList<PublishedNotice> Notices { get; }

    /// <summary>What happened to files at watched sources, oldest first.</summary>
    public IReadOnlyList<FileEvent> Files { get; }

    /// <summary>The questions that operators asked about rows.</summary>
    public KnownQuestions Questions { get; }

    public Revision? Latest => Weeks.Count > 0 ? Weeks[0] : null;

    /// <summary>The revision in force of a week, or of the latest week for null.</summary>
    public Revision? InForce(DateOnly? week) => week is { } day ? Find(day) : Latest;

    public Revision? Find(DateOnly week) => _positions.TryGetValue(week, out var position) ? Weeks[position] : null;

    /// <summary>The nearest earlier week; its date shows whether there is a gap.</summary>
    public Revision? Before(DateOnly week) => Weeks.FirstOrDefault(revision => revision.Week < week);

    /// <summary>The known revisions of a week, the one in force last; empty when the week is unknown.</summary>
    public IReadOnlyList<Revision> Revisions(DateOnly week) => _positions.TryGetValue(week, out var position) ? _revisions[position] : [];

    /// <summary>The known corrections of a week, the oldest notice first.</summary>
    public IReadOnlyList<KnownCorrection> Corrections(DateOnly week) => [.. _corrections[week]];

    /// <summary>What happened at watched sources to the files of a week's revisions, oldest first.</summary>
    public IReadOnlyList<FileEvent> FilesOf(DateOnly week)
    {
        if (Files.Count == 0) return [];
        var bytes = Revisions(week).Select(revision => revision.Source.Sha256).ToHashSet(StringComparer.Ordinal);
        return [.. Files.Where(file => bytes.Contains(file.Sha256) || (file.Before is { } before && bytes.Contains(before)))];
    }

    /// <inheritdoc cref="LedgerIndex.AsStale"/>
    internal LedgerView AsStale(TimeSpan staleFor)
    {
        var copy = (LedgerView)MemberwiseClone();
        copy.StaleFor = staleFor;
        return copy;
    }

    /// <summary>Whether the revision is in force for its week.</summary>
    public bool IsInForce(Revision revision) => Find(revision.Week)?.Number == revision.Number;

    /// <summary>When the last report was published, if that was at least two weeks ago, although reports are weekly; null otherwise, or if there is none.</summary>
    public DateTimeOffset? SilentSince(DateTimeOffset now)
    {
        DateTimeOffset? last = _revisions.Count > 0 ? _revisions.Max(revisions => revisions.Max(revision => revision.PublishedAt)) : null;
        return now - last >= LongestSilence ? last : null;
    }
}
