using DetainerLedger.History;

namespace DetainerLedger.Publishing;

/// <summary>
/// Decides how publishing a report changes its week. A pure function of the report and of the week's revisions, so that every
/// order of events can be tested without storage. The decision depends on which facts were released or seen when, not on when files
/// arrive: if every edition has its release day, or every edition was seen, any order of arrival gives the same result.
/// </summary>
public abstract record PublishDecision
{
    private PublishDecision() { }

    /// <summary>The arrival is already a revision, after an earlier attempt or a duplicate event.</summary>
    public sealed record Replay(Revision Revision) : PublishDecision;

    /// <summary>A revision has the same facts, and nothing about its release is new.</summary>
    /// <param name="ReadDifferently">The bytes are the same, but an earlier version of the reader found different facts in them.</param>
    public sealed record Unchanged(Revision Revision, bool ReadDifferently) : PublishDecision;

    /// <summary>A revision has the same facts and gets a release day.</summary>
    public sealed record AddedReleaseDay(Revision Revision) : PublishDecision;

    /// <summary>A revision has the same facts and gets a sighting.</summary>
    public sealed record AddedSighting(Revision Revision) : PublishDecision;

    /// <summary>No revision has the same facts at that time.</summary>
    public sealed record NewRevision(Revision Revision) : PublishDecision;

    /// <param name="revisions">The revisions of the edition's week, in any order.</param>
    public static PublishDecision Of(Edition edition, IReadOnlyCollection<Revision> revisions)
    {
        if (revisions.FirstOrDefault(edition.IsFrom) is { } own) return new Replay(own);
        var seen = edition.SeenAt is { } at ? new Sighting(at, edition.SourceAddress) : null;
        // A sighting on the release day or before it is the moment that counts.
        if (seen is not null && Revision.FirstKnown(edition.ReleasedOn, seen.At) == seen.At) return OfSighted(edition, seen, revisions);
        if (edition.ReleasedOn is not { } day) return OfUndated(edition, revisions);
        return seen is null ? OfDated(edition, day, revisions) : FirstSeen(OfDated(edition, day, revisions), seen);
    }

    private static PublishDecision OfSighted(Edition edition, Sighting seen, IReadOnlyCollection<Revision> revisions)
    {
        if (SightingDecision.Of(edition, seen, revisions) is not { } revision) return New(edition, revisions);
        if (edition.ReleasedOn is { } day && revision.ReleasedOn is null && revision.SeenAt == seen.At && revision.KnownFrom == seen.At)
            revision = revision with { ReleasedOn = day };
        return revisions.Any(each => ReferenceEquals(each, revision)) ? Same(edition, revision) : new AddedSighting(revision);
    }

    private static PublishDecision FirstSeen(PublishDecision decision, Sighting seen) => decision switch
    {
        AddedReleaseDay { Revision: var dated } => new AddedReleaseDay(SightingDecision.FirstSeen(dated, seen)),
        Unchanged { Revision: { SeenAt: null } unseen } => new AddedSighting(SightingDecision.FirstSeen(unseen, seen)),
        _ => decision,
    };

    // Going back to the facts before the last revision is a change, and worth reporting. Repeating the facts in force is not.
    private static PublishDecision OfUndated(Edition edition, IReadOnlyCollection<Revision> revisions) =>
        InForceOrder.InForce(revisions) is { } inForce && edition.SaysTheSameAs(inForce)
            ? Same(edition, inForce)
            : New(edition, revisions);

    private static PublishDecision OfDated(Edition edition, DateOnly day, IReadOnlyCollection<Revision> revisions)
    {
        var released = Revision.StartOf(day);
        if (InForceOrder.InForceAt(released, revisions) is { } inForceThen && edition.SaysTheSameAs(inForceThen))
            return ReleasedAgain(edition, day, inForceThen);

        // The day is known already, and counts from the sighting of the file on it.
        if (revisions.FirstOrDefault(revision => revision.ReleasedOn == day && revision.SeenAt >= released && revision.SeenAt < released.AddDays(1)
            && edition.SaysTheSameAs(revision)) is { } seenThatDay)
            return Same(edition, seenThatDay);

        // A file that arrived without its release day, and arrives again with it. If several revisions match, the first possible one.
        var undated = revisions
            .Where(revision => revision.ReleasedOn is null && revision.KnownFrom >= released && edition.SaysTheSameAs(revision))
            .MinBy(revision => (revision.KnownFrom, revision.Number));
        if (undated is not null) return new AddedReleaseDay(undated with { ReleasedOn = day });

        // The same facts were released again on another day, and must be in force from that day.
        if (InForceOrder.InForce(revisions) is { } inForce
            && edition.SaysTheSameAs(inForce)
            && ReleasedAgain(edition, day, inForce) is AddedReleaseDay { Revision: var again }
            && InForceOrder.InForceAt(released, revisions.Select(each => each.Number == again.Number ? again : each))?.Number == again.Number)
            return new AddedReleaseDay(again);

        return New(edition, revisions);
    }

    // Recorded even if it changes nothing now: an edition released between the two days may still arrive.
    private static PublishDecision ReleasedAgain(Edition edition, DateOnly day, Revision revision)
    {
        var days = revision.ReleasedAgainOn ?? [];
        // The day contradicts the first sighting, which still counts.
        if (revision.ReleasedOn is null && revision.SeenAt == revision.KnownFrom && Revision.StartOf(day) <= edition.PublishedAt)
            return new AddedReleaseDay(revision with { ReleasedOn = day });
        if (revision.ReleasedOn == day || days.Contains(day) || Revision.StartOf(day) > edition.PublishedAt) return Same(edition, revision);
        return new AddedReleaseDay(revision with { ReleasedAgainOn = [.. days.Append(day).Order()] });
    }

    private static Unchanged Same(Edition edition, Revision revision) => new(revision, revision.Fingerprint != edition.Fingerprint);

    // Of two publishers at the same time, the one that began first may finish last. Numbers and times must agree all the same.
    private static NewRevision New(Edition edition, IReadOnlyCollection<Revision> revisions) =>
        new(edition.AsRevision(revisions.Select(revision => revision.Number).DefaultIfEmpty().Max() + 1) with
        {
            PublishedAt = revisions.Select(revision => revision.PublishedAt).Append(edition.PublishedAt).Max(),
        });
}
