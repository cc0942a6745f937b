using System.Text.Json.Serialization;
using DetainerLedger.Checks;
using DetainerLedger.Places;
using DetainerLedger.Reports;

namespace DetainerLedger.History;

/// <summary>One edition of one week's report, as the ledger lists it: everything but the rows.</summary>
/// <param name="Number">From 1 for the first that was published here.</param>
/// <param name="PublishedAt">When it was published here.</param>
/// <param name="ReleasedOn">The day on which the agency released it, where that was told.</param>
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

    /// <summary>The moment from which <c>asOf</c> finds it: the day of its release, or else its publication here.</summary>
    public DateTimeOffset KnownFrom => ReleasedOn is { } day ? new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero) : PublishedAt;
}

/// <summary>The three numbers of a week. They are three different facts, and no rate is made of them.</summary>
public sealed record WeekTotals(int? DetainersIssued, int DetainersDeclined, int JurisdictionsListed)
{
    public static WeekTotals Of(WeeklyReport report) => new(report.DetainersIssued, report.Declines.Count, report.Listings.Count);
}

/// <summary>The file that a revision was read from.</summary>
/// <param name="Pages">Null for formats without pages.</param>
public sealed record RevisionSource(ReportId ReportId, string Name, string Sha256, int? Pages);

/// <summary>A revision with its rows.</summary>
/// <param name="Remarks">What was questioned while it was read.</param>
public sealed record PublishedReport(Revision Revision, WeeklyReport Report, IReadOnlyList<Check> Remarks);

/// <summary>What one report says of one jurisdiction.</summary>
public sealed record JurisdictionWeek(
    DateOnly Week,
    ReportId ReportId,
    Jurisdiction Jurisdiction,
    IReadOnlyList<IssuedVolume> Issued,
    IReadOnlyList<PolicyListing> Listings,
    IReadOnlyList<DeclinedDetainer> Declines)
{
    /// <summary>Null when Section I does not name the jurisdiction: unknown, not zero.</summary>
    [JsonIgnore]
    public int? TotalIssued => Issued.Count > 0 ? Issued.Sum(row => row.Issued) : null;
}

/// <summary>A notice of corrections, as the ledger holds it.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Fingerprint">Of what it says, so that the same notice under another name is known.</param>
public sealed record PublishedNotice(ReportId ReportId, string Name, DateTimeOffset PublishedAt, string Fingerprint, CorrectionNotice Notice)
{
    /// <summary>The moment from which <c>asOf</c> finds it: the notice's date, or else its publication here.</summary>
    public DateTimeOffset KnownFrom => Notice.Dated is { } day ? new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero) : PublishedAt;
}

/// <summary>A correction and the notice that makes it.</summary>
public sealed record KnownCorrection(Correction Correction, PublishedNotice Notice);
