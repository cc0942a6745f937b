namespace DetainerLedger.Digests;

public interface IDigestStore
{
    /// <summary>Stores a digest unless its week and revision have one.</summary>
    /// <returns>False when another instance has stored one; that one stays.</returns>
    Task<bool> KeepDigest(Digest digest, CancellationToken cancellation);

    Task<Digest?> FindDigest(DateOnly week, int revision, CancellationToken cancellation);

    /// <summary>Every digest that was composed, the newest week first, without its sentences.</summary>
    Task<IReadOnlyList<DigestHeading>> ListDigests(CancellationToken cancellation);
}
