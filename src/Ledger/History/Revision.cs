using System.Text.Json.Serialization;
using DetainerLedger.Places;
using DetainerLedger.Reports;

namespace DetainerLedger.History;

/// <summary>One edition of one week's report, as the ledger lists it: everything but the rows.</summary>
/// <param name="Number">From 1 for the first that was published here.</param>
/// <param name="PublishedAt">When it was published here.</param>
/// <param name="ReleasedOn">The day on which the agency released it, where that is known.</param>
/// <param name="Fingerprint">Of its facts; see <see cref="FactsFingerprint"/>.</param>
public sealed record Revision(
    ReportingWeek Period,
    int Number,
    DateTimeOffset PublishedAt,
    DateOnly? ReleasedOn,
    string Fingerprint,
    WeekTotals Totals,
    RevisionSource Source)
{
    public DateOnly Week => Period.Start;

    /// <summary>When the file was first seen at the agency, where something watched for it. It counts only without a release day.</summary>
    public DateTimeOffset? SeenAt { get; init; }

    /// <summary>Further days on which the agency released the same facts; null for none.</summary>
    public IReadOnlyList<DateOnly>? ReleasedAgainOn { get; init; }

    /// <summary>The version of the reader that read the file; null when it was read before versions were recorded.</summary>
    public string? Reader { get; init; }

    /// <summary>When the file was read again for the reading in force; null for the reading of its arrival.</summary>
    public DateTimeOffset? RereadAt { get; init; }

    /// <summary>Identifies the reading in force among those of this file; null for the reading of its arrival.</summary>
    public string? Reread { get; init; }

    /// <summary>The readings that a later one replaced, oldest first; null for none.</summary>
    public IReadOnlyList<EarlierReading>? EarlierReadings { get; init; }

    /// <summary>Why the last attempt to read the file again gave no reading; null when it gave one.</summary>
    public FailedReread? FailedReread { get; init; }

    /// <summary>Where the rows of the reading in force are stored.</summary>
    [JsonIgnore]
    public ReadingId Reading => new(Source.ReportId, Reread);

    /// <summary>The first moment at which <c>asOf</c> finds it.</summary>
    public DateTimeOffset KnownFrom => ReleasedAgainOn is null ? FirstKnown : ReleasedAgainOn.Select(StartOf).Append(FirstKnown).Min();

    private DateTimeOffset FirstKnown => ReleasedOn is { } day ? StartOf(day) : SeenAt ?? PublishedAt;

    /// <summary>The last moment, up to the given one, from which this revision was known: its release, or the release of the same facts again.</summary>
    /// <returns>Null when it was not known by then.</returns>
    public DateTimeOffset? LastKnownFrom(DateTimeOffset moment)
    {
        DateTimeOffset? last = FirstKnown <= moment ? FirstKnown : null;
        foreach (var day in ReleasedAgainOn ?? [])
            if (StartOf(day) is var start && start <= moment && (last is null || start > last)) last = start;
        return last;
    }

    /// <summary>This revision as an earlier reading had it.</summary>
    public Revision As(EarlierReading reading) => this with
    {
        Period = reading.Period,
        Fingerprint = reading.Fingerprint,
        Totals = reading.Totals,
        Reader = reading.Reader,
        RereadAt = reading.RereadAt,
        Reread = reading.Reread,
        EarlierReadings = null,
        FailedReread = null,
    };

    /// <summary>Release days begin at 00:00 UTC.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);
}

/// <summary>Identifies one reading of one file: the rows that are stored for it.</summary>
/// <param name="Reread">Null for the reading of the file's arrival.</param>
public readonly record struct ReadingId(ArrivalId ReportId, string? Reread)
{
    /// <summary>The reading of the file's arrival.</summary>
    public static implicit operator ReadingId(ArrivalId id) => new(id, null);

    /// <summary>As a part of a storage key.</summary>
    public override string ToString() => Reread is null ? ReportId.ToString() : $"{ReportId}~{Reread}";
}

/// <summary>A reading of a revision's file that a later one replaced. Its rows stay stored.</summary>
/// <param name="RereadAt">Null for the reading of the file's arrival.</param>
/// <param name="Reread">As <see cref="Revision.Reread"/>.</param>
public sealed record EarlierReading(
    ReportingWeek Period, string Fingerprint, WeekTotals Totals, string? Reader, DateTimeOffset? RereadAt, string? Reread);

/// <summary>A reader could not read the file of a revision again, so that the reading before it remains in force.</summary>
/// <param name="Reader">The version of that reader.</param>
/// <param name="Code">As in <see cref="Parsing.RefusalCodes"/>, or one of <see cref="Ingest.RereadCodes"/>.</param>
public sealed record FailedReread(string Reader, string Code, string Message);

/// <summary>The file that a revision was read from.</summary>
/// <param name="Pages">Null for formats without pages.</param>
public sealed record RevisionSource(ArrivalId ReportId, string Name, string Sha256, int? Pages);

/// <summary>A revision with its rows.</summary>
/// <param name="Remarks">What was questioned while it was read.</param>
public sealed record PublishedReport(Revision Revision, WeeklyReport Report, IReadOnlyList<Check> Remarks);

/// <summary>What one report says of one jurisdiction.</summary>
public sealed record JurisdictionWeek(
    DateOnly Week,
    ArrivalId ReportId,
    Jurisdiction Jurisdiction,
    IReadOnlyList<IssuedVolume> Issued,
    IReadOnlyList<PolicyListing> Listings,
    IReadOnlyList<DeclinedDetainer> Declines)
{
    /// <summary>As <see cref="Revision.Reread"/>.</summary>
    public string? Reread { get; init; }

    [JsonIgnore]
    public ReadingId Reading => new(ReportId, Reread);

    /// <summary>Null when Section I does not name the jurisdiction: unknown, not zero.</summary>
    [JsonIgnore]
    public int? TotalIssued => Issued.Count > 0 ? Issued.Sum(row => row.Issued) : null;
}

/// <summary>A notice of corrections, as the ledger holds it.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Fingerprint">Of what it says, so that the same notice under another name is known.</param>
public sealed record PublishedNotice(ArrivalId ReportId, string Name, DateTimeOffset PublishedAt, string Fingerprint, CorrectionNotice Notice)
{
    /// <summary>The moment from which <c>asOf</c> finds it: the notice's date, or else its publication here.</summary>
    public DateTimeOffset KnownFrom => Notice.Dated is { } day ? new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero) : PublishedAt;
}

/// <summary>A correction and the notice that makes it.</summary>
public sealed record KnownCorrection(Correction Correction, PublishedNotice Notice);
