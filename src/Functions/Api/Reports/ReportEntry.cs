using DetainerLedger.Ingest;
using DetainerLedger.Parsing;
using DetainerLedger.Reports;

namespace DetainerLedger.Functions.Api.Reports;

/// <summary>An arrival as the API returns it, without its blob.</summary>
public sealed record ReportEntry(
    ArrivalId Id,
    string Name,
    string? Sha256,
    string? Format,
    long Bytes,
    DateTimeOffset ReceivedAt,
    DateOnly? ReleasedOn,
    ArrivalState State,
    DateOnly? Week,
    int? Revision,
    Refusal? Error,
    IReadOnlyList<Check> Checks,
    DateTimeOffset? NextTry)
{
    /// <inheritdoc cref="Arrival.InForce"/>
    public bool? InForce { get; init; }

    /// <inheritdoc cref="Arrival.SourceAddress"/>
    public string? SourceAddress { get; init; }

    /// <inheritdoc cref="Arrival.SeenAt"/>
    public DateTimeOffset? SeenAt { get; init; }

    public static ReportEntry Of(Arrival arrival) => new(
        arrival.Id,
        arrival.Name,
        arrival.Sha256,
        arrival.Format,
        arrival.Bytes,
        arrival.ReceivedAt,
        arrival.ReleasedOn,
        arrival.State,
        arrival.Week,
        arrival.Revision,
        arrival.Error,
        arrival.Checks,
        arrival.NextTry)
    {
        InForce = arrival.InForce,
        SourceAddress = arrival.SourceAddress,
        SeenAt = arrival.SeenAt,
    };
}
