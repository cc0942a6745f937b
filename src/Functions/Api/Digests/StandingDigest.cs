using DetainerLedger.Digests;

namespace DetainerLedger.Functions.Api.Digests;

public static class StandingDigest
{
    /// <summary>
    /// The digest of the revision that stands; or, until that has one, the newest digest that the week has.
    /// </summary>
    /// <param name="week">Null for the latest week that has a digest.</param>
    public static async Task<StoredDigest?> ReadDigest(this ILedger ledger, DateOnly? week, CancellationToken cancellation)
    {
        if (week is { } day
            && (await ledger.ReadIndex(cancellation)).Now.Find(day) is { } revision
            && await ledger.FindDigest(day, revision.Number, cancellation) is { } standing) return standing;

        var composed = await ledger.ListDigests(cancellation);
        var newest = composed.Where(digest => week is null || digest.Week == week).Max(DigestPosition.Order);
        return newest switch
        {
            null => null,
            _ when week is null => await ledger.ReadDigest(newest.Week, cancellation),
            _ => await ledger.FindDigest(newest.Week, newest.Revision, cancellation),
        };
    }
}
