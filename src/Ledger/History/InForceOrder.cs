namespace DetainerLedger.History;

/// <summary>
/// The total order of a week's revisions: by the moment from which each was known, then by number. It depends neither on
/// the order in which the files arrived nor on when a release day was added.
/// </summary>
public static class InForceOrder
{
    /// <param name="revisions">The revisions of one week, in any order.</param>
    /// <returns>The revisions known at the moment; the last one is in force.</returns>
    public static IReadOnlyList<Revision> At(DateTimeOffset moment, IEnumerable<Revision> revisions) =>
    [
        .. revisions
            .Select(revision => (Revision: revision, KnownFrom: revision.LastKnownFrom(moment)))
            .Where(known => known.KnownFrom is not null)
            .OrderBy(known => known.KnownFrom)
            .ThenBy(known => known.Revision.Number)
            .Select(known => known.Revision),
    ];

    /// <returns>Null when none is known at the moment.</returns>
    public static Revision? InForceAt(DateTimeOffset moment, IEnumerable<Revision> revisions) => At(moment, revisions) is [.., var last] ? last : null;

    /// <returns>Null when there are none.</returns>
    public static Revision? InForce(IEnumerable<Revision> revisions) => InForceAt(DateTimeOffset.MaxValue, revisions);
}
