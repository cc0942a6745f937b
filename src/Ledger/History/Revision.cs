using System.Text.Json.Serialization;
using DetainerLedger.Places;
using DetainerLedger.Reports;

namespace DetainerLedger.History;

/// <summary>One edition of one week's report: everything except the rows.</summary>
/// <param name="Number">The number, from 1 for the first edition published in the ledger.</param>
/// <param name="PublishedAt">When it was published in the ledger.</param>
/// <param name="ReleasedOn">The day on which the agency released it, if known.</param>
/// <param name="Fingerprint">The fingerprint of its facts; see <see cref="FactsFingerprint"/>.</param>
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

    /// <summary>When the file was first seen at a source, or in an archive of one; null if it wasn't.</summary>
    public DateTimeOffset? SeenAt { get; init; }

    /// <summary>The address at which it was first seen; null if unknown.</summary>
    public string? SourceAddress { get; init; }

    /// <summary>Later sightings from which the same facts count again, in the order of time; null for none.</summary>
    public IReadOnlyList<Sighting>? SeenAgain { get; init; }

    /// <summary>Further days on which the agency released the same facts; null for none.</summary>
    public IReadOnlyList<DateOnly>? ReleasedAgainOn { get; init; }

    /// <summary>The version of the reader that read the file; null if it was read before versions were recorded.</summary>
    public string? Reader { get; init; }

    /// <summary>When the file was reread for the reading in force; null for the reading on arrival.</summary>
    public DateTimeOffset? RereadAt { get; init; }

    /// <summary>Identifies the reading in force among those of this file; null for the reading on arrival.</summary>
    public string? Reread { get; init; }

    /// <summary>The replaced readings, oldest first; null for none.</summary>
    public IReadOnlyList<EarlierReading>? EarlierReadings { get; init; }

    /// <summary>Why the last attempt to reread the file failed; null if it succeeded.</summary>
    public FailedReread? FailedReread { get; init; }

    /// <summary>Where the rows of the reading in force are stored.</summary>
    [JsonIgnore]
    public ReadingId Reading => new(Source.ReportId, Reread);

    /// <summary>The first moment at which <c>asOf</c> finds it.</summary>
    public DateTimeOffset KnownFrom => AllKnownFrom.Min();

    /// <summary>
    /// Every moment from which it counts as known: its release or first sighting, and each release or sighting of the same facts again. A
    /// stated day that is contradicted by an earlier sighting counts too, from its own beginning.
    /// </summary>
    [JsonIgnore]
    public IEnumerable<DateTimeOffset> AllKnownFrom => new[]
    {
        ReleasedOn is null && !(SeenAt < PublishedAt) ? PublishedAt : FirstKnown(ReleasedOn, SeenAt)!.Value,
    }
        .Concat(IsReleasedAfterSeen ? [StartOf(ReleasedOn!.Value)] : [])
        .Concat((ReleasedAgainOn ?? []).Select(StartOf))
        .Concat((SeenAgain ?? []).Select(sighting => sighting.At))
        .Distinct();

    /// <summary>Whether the stated release day began after the file was first seen.</summary>
    [JsonIgnore]
    public bool IsReleasedAfterSeen => ReleasedOn is { } day && SeenAt < StartOf(day);

    /// <summary>The last moment, up to the given one, from which this revision was known: its release, or the release or sighting of the same facts again.</summary>
    /// <returns>Null when it was not known by then.</returns>
    public DateTimeOffset? LastKnownFrom(DateTimeOffset moment)
    {
        DateTimeOffset? last = null;
        foreach (var known in AllKnownFrom)
            if (known <= moment && (last is null || known > last)) last = known;
        return last;
    }

    /// <summary>Whether its facts count from this very moment.</summary>
    public bool CountsFrom(DateTimeOffset moment) => AllKnownFrom.Contains(moment);

    /// <summary>Whether the file was ever seen at this address.</summary>
    public bool WasSeenAt(string address) => SourceAddress == address || SeenAgain?.Any(sighting => sighting.Address == address) == true;

    /// <summary>
    /// The moment from which facts with this release day and this first sighting are known: the beginning of the day, or the
    /// sighting if that is on the same day or earlier. Null without either.
    /// </summary>
    public static DateTimeOffset? FirstKnown(DateOnly? releasedOn, DateTimeOffset? seenAt) =>
        releasedOn is { } day && !(seenAt < StartOf(day).AddDays(1)) ? StartOf(day) : seenAt;

    /// <summary>This revision with the facts of an earlier reading.</summary>
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

/// <summary>Identifies one reading of one file, and the rows stored for it.</summary>
/// <param name="Reread">Null for the reading on arrival.</param>
public readonly record struct ReadingId(ArrivalId ReportId, string? Reread)
{
    /// <summary>The reading on arrival.</summary>
    public static implicit operator ReadingId(ArrivalId id) => new(id, null);

    /// <summary>The part of a storage key for this reading.</summary>
    public override string ToString() => Reread is null ? ReportId.ToString() : $"{ReportId}~{Reread}";
}

/// <summary>A reading of a revision's file that a later one replaced. Its rows remain stored.</summary>
/// <param name="RereadAt">Null for the reading on arrival.</param>
/// <param name="Reread">See <see cref="Revision.Reread"/>.</param>
public sealed record EarlierReading(
    ReportingWeek Period, string Fingerprint, WeekTotals Totals, string? Reader, DateTimeOffset? RereadAt, string? Reread);

/// <summary>A reader failed to reread the file of a revision, so that the previous reading remains in force.</summary>
/// <param name="Reader">The version of that reader.</param>
/// <param name="Code">One of <see cref="Parsing.RefusalCodes"/> or <see cref="Ingest.RereadCodes"/>.</param>
public sealed record FailedReread(string Reader, string Code, string Message);

/// <summary>The file that a revision was read from.</summary>
/// <param name="Pages">Null for formats without pages.</param>
public sealed record RevisionSource(ArrivalId ReportId, string Name, string Sha256, int? Pages);

/// <summary>A revision with its rows.</summary>
/// <param name="Remarks">Questions raised while the file was read.</param>
public sealed record PublishedReport(Revision Revision, WeeklyReport Report, IReadOnlyList<Check> Remarks);

/// <summary>What one report states about one jurisdiction.</summary>
public sealed record JurisdictionWeek(
    DateOnly Week,
    ArrivalId ReportId,
    Jurisdiction Jurisdiction,
    IReadOnlyList<IssuedVolume> Issued,
    IReadOnlyList<PolicyListing> Listings,
    IReadOnlyList<DeclinedDetainer> Declines)
{
    /// <summary>See <see cref="Revision.Reread"/>.</summary>
    public string? Reread { get; init; }

    [JsonIgnore]
    public ReadingId Reading => new(ReportId, Reread);

    /// <summary>Null when Section I does not name the jurisdiction: unknown, not zero.</summary>
    [JsonIgnore]
    public int? TotalIssued => Issued.Count > 0 ? Issued.Sum(row => row.Issued) : null;
}

/// <summary>A notice of corrections, as it is stored.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Fingerprint">The fingerprint of its content, by which the same notice under another name is recognized.</param>
public sealed record PublishedNotice(ArrivalId ReportId, string Name, DateTimeOffset PublishedAt, string Fingerprint, CorrectionNotice Notice)
{
    /// <summary>The moment from which <c>asOf</c> finds it: the notice's date, or else its publication in the ledger.</summary>
    public DateTimeOffset KnownFrom => Notice.Dated is { } day ? new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero) : PublishedAt;
}

/// <summary>A correction and the notice that makes it.</summary>
public sealed record KnownCorrection(Correction Correction, PublishedNotice Notice);
