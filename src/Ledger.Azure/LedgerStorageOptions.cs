using System.ComponentModel.DataAnnotations;

namespace DetainerLedger.Storage;

/// <summary>Bound to the section <c>Ledger</c>.</summary>
public sealed class LedgerStorageOptions
{
    public const string Section = "Ledger";

    /// <summary>How long a reader may miss a publication by another instance, in seconds. 0 checks the store every time. The default is 5.</summary>
    [Range(0, 3600)]
    public double FreshForSeconds { get; set; } = 5;

    /// <summary>The prefix of the table names, so that several ledgers can share an account.</summary>
    [Required, RegularExpression("[A-Za-z][A-Za-z0-9]{0,39}")]
    public string TablePrefix { get; set; } = "Ledger";

    /// <summary>The size of the report cache in memory, measured as stored (compressed), in MiB.</summary>
    [Range(0, 4096)]
    public int CachedReportsMebibytes { get; set; } = 32;

    /// <summary>The maximum size of a dropped or uploaded file, in bytes. The default is 50 MiB.</summary>
    [Range(1024, 512L * 1024 * 1024)]
    public long LargestFile { get; set; } = 50 * 1024 * 1024;
}
