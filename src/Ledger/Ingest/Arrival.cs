using System.Text.Json.Serialization;
using DetainerLedger.Parsing;
using DetainerLedger.Reports;

namespace DetainerLedger.Ingest;

/// <summary>A file that arrived, and its outcome. Each version of each blob is a separate arrival.</summary>
public sealed record Arrival
{
    public required ArrivalId Id { get; init; }

    /// <summary>The file's name, without folders.</summary>
    public required string Name { get; init; }

    /// <summary>The SHA-256 in lower-case hex. Null until the file is read, and for a file that is too large.</summary>
    public string? Sha256 { get; init; }

    /// <summary><c>pdf</c>, <c>json</c>, <c>xlsx</c> or <c>csv</c>; null if the bytes don't identify it or haven't been read yet.</summary>
    public string? Format { get; init; }

    public required long Bytes { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The day on which the agency released the file, if it was given with the file.</summary>
    public DateOnly? ReleasedOn { get; init; }

    /// <summary>The address at which the file was seen, if it was given with the file.</summary>
    public string? SourceAddress { get; init; }

    /// <summary>When the file was seen at that address, if it was given with the file.</summary>
    public DateTimeOffset? SeenAt { get; init; }

    public ArrivalState State { get; init; } = ArrivalState.Received;

    /// <summary>The week of the report; null for a notice of corrections and for a rejected file.</summary>
    public DateOnly? Week { get; init; }

    /// <summary>The revision that it became, or the existing revision with the same facts.</summary>
    public int? Revision { get; init; }

    /// <summary>
    /// Whether that revision was in force when the arrival was settled. Null without a revision, and for arrivals settled before
    /// this was recorded.
    /// </summary>
    public bool? InForce { get; init; }

    public Refusal? Error { get; init; }

    /// <summary>The time of the next attempt, if storage failed during ingestion.</summary>
    public DateTimeOffset? NextTry { get; init; }

    public IReadOnlyList<Check> Checks { get; init; } = [];

    /// <summary>The full name of the blob, including folders.</summary>
    [JsonIgnore]
    public required string BlobName { get; init; }

    /// <summary>The entity tag of that version of the blob.</summary>
    [JsonIgnore]
    public required string ETag { get; init; }
}

[JsonConverter(typeof(JsonStringEnumConverter<ArrivalState>))]
public enum ArrivalState
{
    /// <summary>It has not been read yet, or reading was interrupted and will be retried.</summary>
    [JsonStringEnumMemberName("received")] Received,

    /// <summary>It became a revision of its week, or its corrections were added.</summary>
    [JsonStringEnumMemberName("published")] Published,

    /// <summary>The ledger already has the same facts.</summary>
    [JsonStringEnumMemberName("unchanged")] Unchanged,

    /// <summary>It could not be read; <see cref="Arrival.Error"/> has the reason.</summary>
    [JsonStringEnumMemberName("rejected")] Rejected,
}
