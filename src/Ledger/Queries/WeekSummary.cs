using System.Text.Json.Serialization;
using DetainerLedger.History;
using DetainerLedger.Places;
using DetainerLedger.Reports;

namespace DetainerLedger.Queries;

/// <summary>The totals of a week's report, and the changes from the previous week.</summary>
public sealed record WeekSummary : WeekTotals
{
    private const int Last = 1;

    public WeekSummary(WeekTotals totals)
        : base(totals)
    {
    }

    [JsonPropertyOrder(OrderOfName)]
    public required DateOnly Week { get; init; }

    [JsonPropertyOrder(OrderOfName)]
    public required ReportingWeek Period { get; init; }

    [JsonPropertyOrder(OrderOfName)]
    public required int Revision { get; init; }

    [JsonPropertyOrder(OrderOfName)]
    public required DateTimeOffset PublishedAt { get; init; }

    [JsonPropertyOrder(OrderOfName)]
    public required DateOnly? ReleasedOn { get; init; }

    /// <inheritdoc cref="Revision.SeenAt"/>
    [JsonPropertyOrder(Last)]
    public DateTimeOffset? SeenAt { get; init; }

    /// <inheritdoc cref="Revision.SourceAddress"/>
    [JsonPropertyOrder(Last)]
    public string? SourceAddress { get; init; }

    /// <summary>The totals after the known corrections; null without any.</summary>
    public required WeekTotals? Corrected { get; init; }

    /// <summary>The nearest earlier week in the ledger: its date shows whether there is a gap. Null if there is none.</summary>
    public required PreviousWeek? PreviousWeek { get; init; }

    /// <summary>This week's totals minus those of the previous week, as reported. Null if there is none.</summary>
    public required WeekTotals? Change { get; init; }

    public required ListingChanges Listings { get; init; }

    public required IReadOnlyList<StateDeclines> DeclinedByState { get; init; }

    public required IReadOnlyList<JurisdictionDeclines> DeclinedByJurisdiction { get; init; }

    public required IReadOnlyList<VolumeRow> HighestVolume { get; init; }

    public required IReadOnlyList<Notice> Notices { get; init; }

    public required IReadOnlyList<Check> Checks { get; init; }

    public required IReadOnlyList<CorrectionEntry> Corrections { get; init; }

    /// <summary>The open questions about rows of the report, oldest first.</summary>
    public IReadOnlyList<WeekQuestion> Questions { get; init; } = [];

    public required RevisionSource Source { get; init; }

    /// <summary>What happened at watched sources to the files of the week's revisions, oldest first.</summary>
    [JsonPropertyOrder(Last)]
    public IReadOnlyList<FileEventRow> FileEvents { get; init; } = [];
}

public sealed record PreviousWeek : WeekTotals
{
    public PreviousWeek(DateOnly week, WeekTotals totals)
        : base(totals) => Week = week;

    [JsonPropertyOrder(OrderOfName)]
    public DateOnly Week { get; init; }
}

/// <param name="Added">Listed this week and not in the previous one.</param>
/// <param name="Removed">Listed in the previous week and not in this one.</param>
/// <param name="Statewide">The whole states, without the District of Columbia.</param>
/// <param name="RecentlyEnacted">The jurisdictions whose policy was enacted in the year of the week.</param>
public sealed record ListingChanges(
    IReadOnlyList<Jurisdiction> Added,
    IReadOnlyList<Jurisdiction> Removed,
    IReadOnlyList<Jurisdiction> Statewide,
    IReadOnlyList<Jurisdiction> RecentlyEnacted);

/// <param name="State">The postal code; null for rows that name no state.</param>
/// <param name="Share">Of the week's declined detainers, from 0 to 1, with three decimals.</param>
public sealed record StateDeclines(string? State, int Declined, double Share);

public sealed record JurisdictionDeclines(Jurisdiction Jurisdiction, int Declined);

/// <param name="Corrected">The count after the known corrections; null without one.</param>
public sealed record VolumeRow(Jurisdiction Jurisdiction, int Issued, int? Corrected, SourceLocation Source)
{
    /// <summary>The open questions about the row.</summary>
    public IReadOnlyList<QuestionEntry> Questions { get; init; } = [];
}

/// <summary>A file at a watched source changed in place, was withdrawn, or returned.</summary>
/// <param name="On">The day in UTC.</param>
/// <param name="At">When a look found it.</param>
/// <param name="Source">The address of the watched page or file.</param>
/// <param name="Address">The address of the file.</param>
/// <param name="Status">404 or 410 of a withdrawn file; null if the page no longer linked it.</param>
/// <param name="Sha256">The bytes of the file; those that it had, if it was withdrawn.</param>
public sealed record FileEventRow(FileEventKind Type, DateOnly On, DateTimeOffset At, string Source, string Address, int? Status, string Sha256)
{
    public static FileEventRow Of(FileEvent file) => new(file.Kind, file.On, file.At, file.Source, file.Address, file.Status, file.Sha256);
}
