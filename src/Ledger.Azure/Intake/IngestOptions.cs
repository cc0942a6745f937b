using System.ComponentModel.DataAnnotations;

namespace DetainerLedger.Storage.Intake;

/// <summary>The retries during a storage outage. Bound to the section <c>Ledger:Ingest</c>.</summary>
public sealed class IngestOptions
{
    public const string Section = "Ledger:Ingest";

    /// <summary>How long one run of a function starts new attempts. It must be less than the function's time limit of ten minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:07:00")]
    public TimeSpan RetryFor { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>The delay before a failed file is retried. It doubles with each further failure, up to four hours.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "04:00:00")]
    public TimeSpan RetryAfter { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long after its first failure a file is no longer retried.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan GiveUpAfter { get; set; } = TimeSpan.FromDays(1);
}
