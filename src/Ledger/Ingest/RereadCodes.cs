namespace DetainerLedger.Ingest;

/// <summary>The reasons why rereading an archived file failed, other than a refusal by the reader.</summary>
public static class RereadCodes
{
    /// <summary>The file is not in the archive.</summary>
    public const string FileNotFound = "file-not-found";

    /// <summary>The file contains another week, or a notice of corrections.</summary>
    public const string OtherContent = "other-content";

    /// <summary>The reader failed because of a fault in its code.</summary>
    public const string ReadingFailed = ReportIngestor.ReadingFailed;
}
