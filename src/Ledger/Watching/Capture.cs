using System.Text.Json.Serialization;
using DetainerLedger.Reports;

namespace DetainerLedger.Watching;

/// <summary>What a look found at an address of a source. Captures are kept.</summary>
/// <param name="Source">The address of the watched page or file.</param>
/// <param name="Address">The address of the file; that of the page, if the page itself could not be read.</param>
public sealed record Capture(string Source, string Address, DateTimeOffset At, CaptureOutcome Outcome)
{
    /// <summary>The status of the response; null without one, and for a file that the page doesn't link any more.</summary>
    public int? Status { get; init; }

    /// <summary>The SHA-256 of the bytes in lower-case hex. Of a withdrawn file, the bytes that it had.</summary>
    public string? Sha256 { get; init; }

    /// <summary>The arrival of the dropped file, if there is one.</summary>
    public ArrivalId? ReportId { get; init; }

    public DateTimeOffset? LastModified { get; init; }

    public string? ETag { get; init; }

    public string? ContentType { get; init; }

    /// <summary>The time at the server.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>Why the address could not be read; see <see cref="LookFailures"/>.</summary>
    public string? Error { get; init; }

    /// <summary>Identifies the capture: it never changes.</summary>
    public string Id => FormattableString.Invariant($"{At.UtcDateTime:yyyyMMddHHmmssfffffff}-{Key(Address)}");

    /// <summary>A short hash of an address.</summary>
    public static string Key(string address) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(address)).AsSpan(0, 8));
}

[JsonConverter(typeof(JsonStringEnumConverter<CaptureOutcome>))]
public enum CaptureOutcome
{
    /// <summary>The first file at this address.</summary>
    [JsonStringEnumMemberName("new")] New,

    /// <summary>The bytes are those of the last capture.</summary>
    [JsonStringEnumMemberName("same")] Same,

    /// <summary>The address has other bytes than at the last capture.</summary>
    [JsonStringEnumMemberName("changed")] Changed,

    /// <summary>The address is gone, or the page doesn't link it any more: confirmed by a second look.</summary>
    [JsonStringEnumMemberName("withdrawn")] Withdrawn,

    /// <summary>A withdrawn file is back, with the bytes that it had or with others.</summary>
    [JsonStringEnumMemberName("returned")] Returned,

    /// <summary>The address could not be read, or is missing and this is not confirmed yet.</summary>
    [JsonStringEnumMemberName("unreachable")] Unreachable,
}
