using DetainerLedger.Functions.Api.Parameters;
using DetainerLedger.History;
using DetainerLedger.Queries;

namespace DetainerLedger.Functions.Api.Weeks;

public static class RevisionPages
{
    /// <summary>The requested page of the revisions of a week, newest first.</summary>
    /// <param name="known">The week's revisions, in the order in which they were known: not always that of their numbers.</param>
    public static (IReadOnlyList<RevisionPair> Pairs, string? Next) Of(
        this PageRequest<RevisionPosition> page, DateOnly week, IReadOnlyList<Revision> known)
    {
        var newestFirst = RevisionPair.NewestFirst(known);
        var rest = page.After is { } after ? newestFirst.SkipWhile(pair => pair.Revision.Number != after.Number).Skip(1) : newestFirst;
        return page.Cut(rest, pair => new RevisionPosition(week, pair.Revision.Number).ToString());
    }
}
