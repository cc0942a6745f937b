using DetainerLedger.Digests;

namespace DetainerLedger.Functions.Api.Digests;

/// <summary>
/// A digest is known from the moment in which it was composed: it tells what was known then, and of what was backfilled
/// later it knew nothing.
/// </summary>
public static class DigestsKnownThen
{
    /// <summary>The newest week first, and of one week the newest revision.</summary>
    /// <param name="asOf">Null for now.</param>
    public static async Task<IReadOnlyList<DigestHeading>> ListDigests(
        this ILedger ledger, DateTimeOffset? asOf, CancellationToken cancellation) =>
        [.. (await ledger.ListDigests(cancellation))
            .Where(digest => asOf is null || digest.ComposedAt <= asOf)
            .OrderByDescending(digest => (digest.Week, digest.Revision))];

    /// <summary>
    /// The digest of the revision that stands; or, until that has one, the newest digest that the week has.
    /// </summary>
    /// <param name="week">Null for the latest week that has a digest.</param>
    /// <param name="asOf">Null for now.</param>
    public static async Task<StoredDigest?> ReadDigest(
        this ILedger ledger, DateOnly? week, DateTimeOffset? asOf, CancellationToken cancellation)
    {
        if (week is { } day
            && (await ledger.ReadView(asOf, cancellation)).Find(day) is { } revision
            && await ledger.FindDigest(day, revision.Number, cancellation) is { } standing
            && (asOf is null || standing.Digest.ComposedAt <= asOf)) return standing;

        var composed = await ledger.ListDigests(asOf, cancellation);
        return composed.FirstOrDefault(digest => week is null || digest.Week == week) switch
        {
            null => null,
            { } newest when week is null => await ledger.ReadDigest(newest.Week, asOf, cancellation),
            { } newest => await ledger.FindDigest(newest.Week, newest.Revision, cancellation),
        };
    }
}
