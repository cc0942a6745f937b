namespace DetainerLedger.Digests;

public interface IDigestStore
{
    /// <summary>Stores a digest unless its week and revision already have one.</summary>
    /// <returns>False when another instance has stored one, which is kept.</returns>
    Task<bool> KeepDigest(Digest digest, CancellationToken cancellation);

    Task<Digest?> FindDigest(DateOnly week, int revision, CancellationToken cancellation);

    /// <summary>Every composed digest without its sentences, newest week first.</summary>
    Task<IReadOnlyList<DigestHeading>> ListDigests(CancellationToken cancellation);
}
