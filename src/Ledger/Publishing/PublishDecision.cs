using DetainerLedger.History;

namespace DetainerLedger.Publishing;

/// <summary>
/// What publishing a report does to its week. A pure function of the report and of the week's revisions, so that every order of
/// events can be tested without storage. What decides is not when files arrive but which facts were released when: with
/// every release day known, any order of arrival gives the same answers.
/// </summary>
public abstract record PublishDecision
{
    private PublishDecision() { }

    /// <summary>The arrival became a revision before: an earlier attempt, or a duplicate event.</summary>
    public sealed record Replay(Revision Revision) : PublishDecision;

    /// <summary>A revision says the same, and nothing about its release is new.</summary>
    /// <param name="ReadDifferently">The bytes are the same, and an earlier version of the reader found other facts in them.</param>
    public sealed record Unchanged(Revision Revision, bool ReadDifferently) : PublishDecision;

    /// <summary>A revision says the same and learns when these facts were released.</summary>
    public sealed record AddedReleaseDay(Revision Revision) : PublishDecision;

    /// <summary>No revision says the same at that time.</summary>
    public sealed record NewRevision(Revision Revision) : PublishDecision;

    /// <param name="revisions">Of the edition's week, in any order.</param>
    public static PublishDecision Of(Edition edition, IReadOnlyCollection<Revision> revisions)
    {
        if (revisions.FirstOrDefault(edition.IsFrom) is { } own) return new Replay(own);
        return edition.ReleasedOn is { } day ? OfDated(edition, day, revisions) : OfUndated(edition, revisions);
    }

    // To say again what was said before the last revision is a change, and a finding. To say again what is in force is none.
    private static PublishDecision OfUndated(Edition edition, IReadOnlyCollection<Revision> revisions) =>
        InForceOrder.InForce(revisions) is { } inForce && edition.SaysTheSameAs(inForce)
            ? Same(edition, inForce)
            : New(edition, revisions);

    private static PublishDecision OfDated(Edition edition, DateOnly day, IReadOnlyCollection<Revision> revisions)
    {
        var released = Revision.StartOf(day);
        if (InForceOrder.InForceAt(released, revisions) is { } inForceThen && edition.SaysTheSameAs(inForceThen))
            return ReleasedAgain(edition, day, inForceThen);

        // A file that came without its release day, and comes again with it: of several, the first that it can be.
        var undated = revisions
            .Where(revision => revision.ReleasedOn is null && revision.KnownFrom >= released && edition.SaysTheSameAs(revision))
            .MinBy(revision => (revision.KnownFrom, revision.Number));
        if (undated is not null) return new AddedReleaseDay(undated with { ReleasedOn = day });

        // The same facts were released on another day too. They must be the ones in force on this day then.
        if (InForceOrder.InForce(revisions) is { } inForce
            && edition.SaysTheSameAs(inForce)
            && ReleasedAgain(edition, day, inForce) is AddedReleaseDay { Revision: var again }
            && InForceOrder.InForceAt(released, revisions.Select(each => each.Number == again.Number ? again : each))?.Number == again.Number)
            return new AddedReleaseDay(again);

        return New(edition, revisions);
    }

    // Noted even when it changes no answer now: an edition from between the two days may still arrive.
    private static PublishDecision ReleasedAgain(Edition edition, DateOnly day, Revision revision)
    {
        var days = revision.ReleasedAgainOn ?? [];
        if (revision.ReleasedOn == day || days.Contains(day) || Revision.StartOf(day) > edition.PublishedAt) return Same(edition, revision);
        return new AddedReleaseDay(revision with { ReleasedAgainOn = [.. days.Append(day).Order()] });
    }

    private static Unchanged Same(Edition edition, Revision revision) => new(revision, revision.Fingerprint != edition.Fingerprint);

    private static NewRevision New(Edition edition, IReadOnlyCollection<Revision> revisions) =>
        new(edition.AsRevision(revisions.Select(revision => revision.Number).DefaultIfEmpty().Max() + 1));
}
