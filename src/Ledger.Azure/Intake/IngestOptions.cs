using System.ComponentModel.DataAnnotations;

namespace DetainerLedger.Storage.Intake;

/// <summary>How long an outage of storage is bridged. Bound to the section <c>Ledger:Ingest</c>.</summary>
public sealed class IngestOptions
{
    public const string Section = "Ledger:Ingest";

    /// <summary>How long one run of a function starts further attempts. Less than the function's time limit, which is ten minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:07:00")]
    public TimeSpan RetryFor { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>When a file whose runs have failed is tried again; the time doubles with each further failure, up to four hours.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "04:00:00")]
    public TimeSpan RetryAfter { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long after its first failure a file is given up.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan GiveUpAfter { get; set; } = TimeSpan.FromDays(1);
}
