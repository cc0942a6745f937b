using System.ComponentModel.DataAnnotations;

namespace DetainerLedger.Functions.Api.Answers;

/// <summary>Bound to the section <c>Api</c>.</summary>
public sealed class AnswerCacheOptions
{
    /// <summary>How much of the answers is kept in memory, in MiB; 0 keeps none.</summary>
    [Range(0, 4096)]
    public int CachedAnswersMebibytes { get; set; } = 32;
}
