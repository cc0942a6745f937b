using DetainerLedger.History;

namespace DetainerLedger.Publishing;

/// <summary>The result of publishing a report.</summary>
/// <param name="Revision">The revision that it became, or the existing revision with the same facts.</param>
/// <param name="Changed">False when a revision of the week already has the same facts.</param>
public sealed record PublishOutcome(Revision Revision, bool Changed)
{
    /// <summary>The revision that is in force instead; null if this one is in force.</summary>
    public Revision? SupersededBy { get; init; }

    /// <summary>The bytes are those of the revision, but an earlier version of the reader found different facts in them.</summary>
    public bool ReadDifferently { get; init; }

    /// <param name="revisions">The revisions of the week, after the decision was carried out.</param>
    public static PublishOutcome Of(PublishDecision decision, IReadOnlyCollection<Revision> revisions) => decision switch
    {
        // A replay gives the same outcome, regardless of later publications.
        PublishDecision.Replay { Revision: var revision } => new(revision, true)
        {
            SupersededBy = InForceInstead(revision, revisions.Where(each => each.Number <= revision.Number)),
        },
        PublishDecision.NewRevision { Revision: var revision } => new(revision, true) { SupersededBy = InForceInstead(revision, revisions) },
        PublishDecision.AddedReleaseDay { Revision: var revision } => new(revision, false) { SupersededBy = InForceInstead(revision, revisions) },
        PublishDecision.AddedSighting { Revision: var revision } => new(revision, false) { SupersededBy = InForceInstead(revision, revisions) },
        PublishDecision.Unchanged { Revision: var revision, ReadDifferently: var differently } => new(revision, false)
        {
            SupersededBy = InForceInstead(revision, revisions),
            ReadDifferently = differently,
        },
        _ => throw new ArgumentOutOfRangeException(nameof(decision)),
    };

    private static Revision? InForceInstead(Revision revision, IEnumerable<Revision> revisions) =>
        InForceOrder.InForce(revisions) is { } inForce && inForce.Number != revision.Number ? inForce : null;
}
