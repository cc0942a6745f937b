namespace DetainerLedger.Storage.Blobs;

public static class Containers
{
    /// <summary>Where reports are dropped; the blob trigger watches it.</summary>
    public const string Reports = "reports";

    /// <summary>Every original file, under the hash of its bytes.</summary>
    public const string Originals = "originals";
}
