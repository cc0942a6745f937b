using DetainerLedger.History;

namespace DetainerLedger.Publishing;

/// <summary>Decides how adding a release day changes a revision.</summary>
public abstract record ReleaseDecision
{
    private ReleaseDecision() { }

    /// <summary>The week has no revision with this number.</summary>
    public sealed record NotFound : ReleaseDecision;

    /// <summary>The revision already has this day, for example after a repeated request.</summary>
    public sealed record Unchanged(Revision Revision) : ReleaseDecision;

    public sealed record Added(Revision Revision) : ReleaseDecision;

    /// <summary>The revision has a different day. Like all facts in the ledger, a release day never changes.</summary>
    public sealed record OtherDayKnown(Revision Revision) : ReleaseDecision;

    /// <summary>The file had arrived or was seen before the day began.</summary>
    public sealed record AfterKnown(Revision Revision) : ReleaseDecision;

    /// <param name="revisions">The revisions of the week, in any order.</param>
    public static ReleaseDecision Of(int number, DateOnly day, IEnumerable<Revision> revisions)
    {
        if (revisions.FirstOrDefault(revision => revision.Number == number) is not { } revision) return new NotFound();
        if (revision.ReleasedOn is { } known) return known == day ? new Unchanged(revision) : new OtherDayKnown(revision);
        return Revision.StartOf(day) > revision.KnownFrom ? new AfterKnown(revision) : new Added(revision with { ReleasedOn = day });
    }
}
