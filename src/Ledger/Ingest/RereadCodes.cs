namespace DetainerLedger.Ingest;

/// <summary>Why a kept file that was read again gave no reading, where the reader itself didn't refuse it.</summary>
public static class RereadCodes
{
    /// <summary>The file is not kept.</summary>
    public const string FileNotFound = "file-not-found";

    /// <summary>The reader found another week in it, or a notice of corrections.</summary>
    public const string OtherContent = "other-content";

    /// <summary>The reader failed: a fault in its code.</summary>
    public const string ReadingFailed = ReportIngestor.ReadingFailed;
}
