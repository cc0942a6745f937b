using DetainerLedger.History;

namespace DetainerLedger.Publishing;

/// <summary>
/// Decides what a sighting of facts at a source means for the week's revisions. Sightings are statements with a moment, as releases
/// are: if all editions of a week were seen, any order of arrival gives the same answers.
/// </summary>
internal static class SightingDecision
{
    /// <param name="seen">The sighting of the edition. The edition's release day, if it has one, began after it.</param>
    /// <returns>The revision with the sighting, which may be one that the week already has as it is; null when the sighting makes a new revision.</returns>
    public static Revision? Of(Edition edition, Sighting seen, IReadOnlyCollection<Revision> revisions)
    {
        var inForceThen = InForceOrder.InForceAt(seen.At, revisions);
        // Recorded even if it changes nothing now: an edition that was seen in between may still arrive.
        if (inForceThen is not null && edition.SaysTheSameAs(inForceThen)) return SeenAgain(inForceThen, seen);

        // The same facts were known later, or counted only from their publication here.
        var later = revisions
            .Where(revision => revision.KnownFrom >= seen.At && edition.SaysTheSameAs(revision))
            .MinBy(revision => (revision.KnownFrom, revision.Number));
        if (later is not null) return SeenEarlier(later, seen);

        // The first sighting of facts that the week has without one, such as an earlier edition that is still linked, is no release of
        // them again, unless it replaced at its address the facts in force.
        var unseen = revisions
            .Where(revision => revision.SeenAt is null && edition.SaysTheSameAs(revision))
            .MaxBy(revision => (revision.LastKnownFrom(seen.At), revision.Number));
        return unseen is null || (seen.Address is { } address && inForceThen?.WasSeenAt(address) == true)
            ? null
            : unseen with { SeenAt = seen.At, SourceAddress = seen.Address };
    }

    /// <summary>Adds the sighting as the first one, without a moment of its own, to a revision that counts from its release day.</summary>
    public static Revision FirstSeen(Revision revision, Sighting seen) => revision.SeenAt is null
        ? revision with { SeenAt = seen.At, SourceAddress = seen.Address }
        : revision;

    private static Revision SeenAgain(Revision revision, Sighting seen)
    {
        var known = seen.At < revision.SeenAt ? SeenEarlier(revision, seen) : FirstSeen(revision, seen);
        return known.CountsFrom(seen.At) ? known : WithSeenAgain(known, seen);
    }

    private static Revision SeenEarlier(Revision revision, Sighting seen)
    {
        // What had been the first sighting counts further, if it did.
        var counted = revision.SeenAt is { } first && revision.CountsFrom(first)
            ? new Sighting(first, revision.SourceAddress)
            : null;
        if (counted == seen) return revision;
        revision = revision with { SeenAt = seen.At, SourceAddress = seen.Address };
        return counted is null ? revision : WithSeenAgain(revision, counted);
    }

    private static Revision WithSeenAgain(Revision revision, Sighting seen)
    {
        var again = revision.SeenAgain ?? [];
        return again.Contains(seen) ? revision : revision with { SeenAgain = [.. again.Append(seen).OrderBy(sighting => sighting.At)] };
    }
}
