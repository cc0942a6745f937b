using DetainerLedger.History;
using DetainerLedger.Publishing;
using DetainerLedger.Reports;
using DetainerLedger.Tests.History;

namespace DetainerLedger.Tests.Publishing;

/// <summary>One week of a ledger in memory: the decisions of the domain, carried out on a list.</summary>
internal sealed class EventfulWeek
{
    public static readonly DateTimeOffset Start = new(2017, 3, 1, 9, 0, 0, TimeSpan.Zero);

    private readonly List<Revision> _revisions = [];
    private int _files;

    /// <summary>When the next file arrives.</summary>
    public DateTimeOffset Now { get; set; } = Start;

    public IReadOnlyList<Revision> Revisions => _revisions;

    public LedgerIndex Index => new([[.. _revisions]], [], "");

    /// <param name="facts">What the report says, in one word.</param>
    public PublishDecision Drop(
        string facts, DateOnly? releasedOn = null, string? reader = null, string? bytes = null, DateTimeOffset? seenAt = null, string? at = null)
    {
        var edition = Edition(facts, releasedOn, reader, bytes) with { SeenAt = seenAt, SourceAddress = at };
        var decision = PublishDecision.Of(edition, _revisions);
        Carry(decision);
        return decision;
    }

    public Edition Edition(string facts, DateOnly? releasedOn = null, string? reader = null, string? bytes = null)
    {
        var id = ArrivalId.Of($"{++_files}.pdf", "0x1", Now);
        return new Edition(
            MadeReports.Report(),
            facts,
            new RevisionSource(id, $"{facts}.pdf", bytes ?? $"bytes {_files}", 1),
            Now,
            releasedOn,
            [])
        {
            Reader = reader ?? ReaderVersion.Current,
        };
    }

    public PublishDecision Decide(Edition edition) => PublishDecision.Of(edition, _revisions);

    public void Carry(PublishDecision decision)
    {
        if (decision is PublishDecision.NewRevision { Revision: var added }) _revisions.Add(added);
        if (decision is PublishDecision.AddedReleaseDay { Revision: var dated }) Put(dated);
        if (decision is PublishDecision.AddedSighting { Revision: var seen }) Put(seen);
    }

    public ReleaseDecision AddRelease(int number, DateOnly day)
    {
        var decision = ReleaseDecision.Of(number, day, _revisions);
        if (decision is ReleaseDecision.Added { Revision: var dated }) Put(dated);
        return decision;
    }

    public RereadDecision Reread(Rereading rereading)
    {
        var decision = RereadDecision.Of(rereading, _revisions);
        if (decision is RereadDecision.Replace { Revision: var replaced }) Put(replaced);
        return decision;
    }

    /// <summary>The facts in force; null when none were known.</summary>
    /// <param name="asOf">Null for now.</param>
    public string? Facts(DateTimeOffset? asOf = null) =>
        (asOf is { } moment ? Index.AsOf(moment) : Index.Now).Find(MadeReports.Week)?.Fingerprint;

    /// <summary>The facts in force at the end of a day.</summary>
    public string? Facts(DateOnly day) => Facts(new DateTimeOffset(day, TimeOnly.MaxValue, TimeSpan.Zero));

    private void Put(Revision revision) => _revisions[_revisions.FindIndex(each => each.Number == revision.Number)] = revision;
}
