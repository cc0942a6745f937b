using DetainerLedger.History;

namespace DetainerLedger.Queries;

/// <param name="Before">Null for the first one.</param>
public sealed record RevisionPair(Revision? Before, Revision Revision)
{
    /// <param name="inForceLast">The known revisions of a week, in the order in which they were known.</param>
    public static IEnumerable<RevisionPair> NewestFirst(IReadOnlyList<Revision> inForceLast) =>
        inForceLast.Select((revision, i) => new RevisionPair(i > 0 ? inForceLast[i - 1] : null, revision)).Reverse();
}
