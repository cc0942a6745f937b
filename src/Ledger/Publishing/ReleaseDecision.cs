using DetainerLedger.History;

namespace DetainerLedger.Publishing;

/// <summary>What it does to a revision that an operator states its release day.</summary>
public abstract record ReleaseDecision
{
    private ReleaseDecision() { }

    /// <summary>The week has no such revision.</summary>
    public sealed record NotFound : ReleaseDecision;

    /// <summary>The revision has this day already: a repeated request.</summary>
    public sealed record Unchanged(Revision Revision) : ReleaseDecision;

    public sealed record Added(Revision Revision) : ReleaseDecision;

    /// <summary>The revision has another day. A day stays once it is given, as all facts in the ledger do.</summary>
    public sealed record OtherDayKnown(Revision Revision) : ReleaseDecision;

    /// <summary>The file was here, or was seen, before the day began.</summary>
    public sealed record AfterKnown(Revision Revision) : ReleaseDecision;

    /// <param name="revisions">Of the week, in any order.</param>
    public static ReleaseDecision Of(int number, DateOnly day, IEnumerable<Revision> revisions)
    {
        if (revisions.FirstOrDefault(revision => revision.Number == number) is not { } revision) return new NotFound();
        if (revision.ReleasedOn is { } known) return known == day ? new Unchanged(revision) : new OtherDayKnown(revision);
        return Revision.StartOf(day) > revision.KnownFrom ? new AfterKnown(revision) : new Added(revision with { ReleasedOn = day });
    }
}
