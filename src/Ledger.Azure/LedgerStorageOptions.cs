using System.ComponentModel.DataAnnotations;

namespace DetainerLedger.Storage;

/// <summary>Bound to the section <c>Ledger</c>.</summary>
public sealed class LedgerStorageOptions
{
    public const string Section = "Ledger";

    /// <summary>How long a reader may miss what another instance published, in seconds: 0 asks the store every time. 5 if left out.</summary>
    [Range(0, 3600)]
    public double FreshForSeconds { get; set; } = 5;

    /// <summary>Begins the names of the tables, so that several ledgers can share an account.</summary>
    [Required, RegularExpression("[A-Za-z][A-Za-z0-9]{0,39}")]
    public string TablePrefix { get; set; } = "Ledger";

    /// <summary>How much of the reports is kept in memory, measured as stored (compressed), in MiB.</summary>
    [Range(0, 4096)]
    public int CachedReportsMebibytes { get; set; } = 32;

    /// <summary>What a dropped or uploaded file may have at most, in bytes; 50 MiB if left out.</summary>
    [Range(1024, 512L * 1024 * 1024)]
    public long LargestFile { get; set; } = 50 * 1024 * 1024;
}
