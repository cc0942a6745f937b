using System.Text.Json.Serialization;
using DetainerLedger.Parsing;
using DetainerLedger.Reports;

namespace DetainerLedger.Ingest;

/// <summary>A file that arrived, and what became of it. Each version of each blob is one.</summary>
public sealed record Arrival
{
    public required ArrivalId Id { get; init; }

    /// <summary>The file's name, without folders.</summary>
    public required string Name { get; init; }

    /// <summary>In lower-case hex. Null until the file was read, and for one too large to read.</summary>
    public string? Sha256 { get; init; }

    /// <summary><c>pdf</c>, <c>json</c>, <c>xlsx</c> or <c>csv</c>; null when the bytes don't tell, or were not read yet.</summary>
    public string? Format { get; init; }

    public required long Bytes { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The day on which the agency released the file, where whoever dropped it said so.</summary>
    public DateOnly? ReleasedOn { get; init; }

    public ArrivalState State { get; init; } = ArrivalState.Received;

    /// <summary>The week that it reports; null for a notice of corrections and for a rejected file.</summary>
    public DateOnly? Week { get; init; }

    /// <summary>The revision of its week that it became, or that says the same already.</summary>
    public int? Revision { get; init; }

    /// <summary>
    /// Whether that revision was in force when the arrival was settled. Null without a revision, and for an arrival that was settled
    /// before this was recorded.
    /// </summary>
    public bool? InForce { get; init; }

    public Refusal? Error { get; init; }

    /// <summary>When it is tried again, where storage failed while it was taken in.</summary>
    public DateTimeOffset? NextTry { get; init; }

    public IReadOnlyList<Check> Checks { get; init; } = [];

    /// <summary>The blob that brought it, folders included.</summary>
    [JsonIgnore]
    public required string BlobName { get; init; }

    /// <summary>The version of that blob.</summary>
    [JsonIgnore]
    public required string ETag { get; init; }
}

[JsonConverter(typeof(JsonStringEnumConverter<ArrivalState>))]
public enum ArrivalState
{
    /// <summary>It is there and was not read yet, or its reading was interrupted and will run again.</summary>
    [JsonStringEnumMemberName("received")] Received,

    /// <summary>It became a revision of its week, or its corrections were added.</summary>
    [JsonStringEnumMemberName("published")] Published,

    /// <summary>The ledger says the same already.</summary>
    [JsonStringEnumMemberName("unchanged")] Unchanged,

    /// <summary>It could not be read: <see cref="Arrival.Error"/> says why.</summary>
    [JsonStringEnumMemberName("rejected")] Rejected,
}
