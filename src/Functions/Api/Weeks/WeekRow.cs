using System.Text.Json.Serialization;
using DetainerLedger.History;
using DetainerLedger.Reports;

namespace DetainerLedger.Functions.Api.Weeks;

/// <summary>A week in a list, with its totals as reported.</summary>
public sealed record WeekRow : WeekTotals
{
    private WeekRow(WeekTotals totals)
        : base(totals)
    {
    }

    [JsonPropertyOrder(OrderOfName)]
    public required DateOnly Week { get; init; }

    [JsonPropertyOrder(OrderOfName)]
    public required ReportingWeek Period { get; init; }

    public required int Revision { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    public required DateOnly? ReleasedOn { get; init; }

    /// <inheritdoc cref="History.Revision.SeenAt"/>
    public required DateTimeOffset? SeenAt { get; init; }

    /// <inheritdoc cref="History.Revision.SourceAddress"/>
    public required string? SourceAddress { get; init; }

    public static WeekRow Of(Revision revision) => new(revision.Totals)
    {
        Week = revision.Week,
        Period = revision.Period,
        Revision = revision.Number,
        PublishedAt = revision.PublishedAt,
        ReleasedOn = revision.ReleasedOn,
        SeenAt = revision.SeenAt,
        SourceAddress = revision.SourceAddress,
    };
}
