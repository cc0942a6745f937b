using DetainerLedger.History;

namespace DetainerLedger.Digests;

/// <summary>
/// The digests as they were known at a moment: each is known from the moment at which it was composed. A digest states what was
/// known then, without later backfills.
/// </summary>
public sealed class DigestQueries(IIndexReader ledger, IDigestStore digests)
{
    /// <summary>All digests, newest week first, and within a week newest revision first.</summary>
    /// <param name="asOf">Null for now.</param>
    public async Task<IReadOnlyList<DigestHeading>> List(DateTimeOffset? asOf, CancellationToken cancellation) =>
        [.. (await digests.ListDigests(cancellation))
            .Where(digest => asOf is null || digest.ComposedAt <= asOf)
            .OrderByDescending(digest => (digest.Week, digest.Revision))];

    /// <summary>The digest of the revision in force or, until that has one, the newest digest of the week.</summary>
    /// <param name="week">Null for the latest week that has a digest.</param>
    /// <param name="asOf">Null for now.</param>
    public async Task<Digest?> Find(DateOnly? week, DateTimeOffset? asOf, CancellationToken cancellation)
    {
        if (week is { } day
            && (await ledger.ReadView(asOf, cancellation)).Find(day) is { } revision
            && await digests.FindDigest(day, revision.Number, cancellation) is { } inForce
            && (asOf is null || inForce.ComposedAt <= asOf)) return inForce;

        var composed = await List(asOf, cancellation);
        return composed.FirstOrDefault(digest => week is null || digest.Week == week) switch
        {
            null => null,
            { } newest when week is null => await Find(newest.Week, asOf, cancellation),
            { } newest => await digests.FindDigest(newest.Week, newest.Revision, cancellation),
        };
    }
}
