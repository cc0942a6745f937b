using System.Globalization;
using DetainerLedger.History;
using DetainerLedger.Ingest;
using DetainerLedger.Places;
using DetainerLedger.Publishing;
using DetainerLedger.Reports;

namespace DetainerLedger.Storage.Tests;

/// <summary>Reports made up for tests.</summary>
internal static class Made
{
    public static readonly DateOnly Week = new(2017, 2, 4);
    public static readonly DateTimeOffset Morning = new(2017, 2, 13, 9, 0, 0, TimeSpan.Zero);

    private static readonly string[] States =
    [
        "TX", "NY", "CA", "WA", "OR", "PA", "IL", "MD", "NJ", "CO", "IA", "MA", "NM", "NV", "FL", "VA", "MN", "NC", "RI", "CT", "GA", "KS", "NE", "OH",
        "WI", "ME", "VT", "LA",
    ];

    /// <summary>A report on as many states as the largest of the samples, unless fewer rows are asked for.</summary>
    public static WeeklyReport Report(ArrivalId id, DateOnly? week = null, int declined = 206, int listed = 117, int? issued = 3083)
    {
        var start = week ?? Week;
        return new WeeklyReport
        {
            Period = new ReportingWeek(start, start.AddDays(6)),
            DetainersIssued = issued,
            DeclinedAsStated = declined,
            HighestVolumeTotal = 65,
            Notices = [new Notice("A notice, and what it says – “quoted”.", new SourceLocation(id, 2, null))],
            SectionTitles = ["Section I: Issued", "Section II: Declined"],
            Scope = "First paragraph.\nSecond paragraph.",
            Definition = "What is counted.",
            HighestVolume = [new IssuedVolume(Place(0), Place(0).Name, 65, new SourceLocation(id, 2, 1))],
            Declines = [.. Enumerable.Range(0, declined).Select(i => new DeclinedDetainer(
                // As in the first sample, one jurisdiction has most of the rows.
                Place(i < declined * 2 / 3 ? 0 : i), Place(i).Name, $"Jail {i % 9}", "Mexico", start.AddDays(-i), start.AddDays(i % 7),
                "Will not honor ICE detainer", "Assault", "charge", new SourceLocation(id, 3 + (i / 12), i + 1)))],
            Listings = [.. Enumerable.Range(0, listed).Select(i => new PolicyListing(
                Place(i), Place(i).Name, "San Antonio", "January 2017", $"Policy {i}: will honor only with a warrant.", ["A warrant", "A conviction"],
                new SourceLocation(id, 20 + (i / 9), i + 1)))],
        };
    }

    public static Jurisdiction Place(int number)
    {
        var state = States[number % States.Length];
        return new Jurisdiction($"{state.ToLowerInvariant()}-county-{number}", $"County {number}", state, JurisdictionKind.County, null);
    }

    public static ArrivalId Id(int number) => ArrivalId.Of(string.Create(CultureInfo.InvariantCulture, $"report-{number}.pdf"), "0x1", Morning.AddSeconds(number));

    /// <param name="number">Makes the arrival: the same number is the same arrival.</param>
    /// <param name="says">What it says, in place of a fingerprint.</param>
    public static Edition Edition(int number, string says, WeeklyReport? report = null, DateOnly? releasedOn = null) => new(
        report ?? Report(Id(number), declined: 10, listed: 5),
        says,
        new RevisionSource(Id(number), $"report-{number}.pdf", new string('a', 64), 23),
        Morning.AddMinutes(number),
        releasedOn,
        []);

    public static PublishedNotice Notice(int number, string says) => new(
        Id(number), $"notice-{number}.json", Morning.AddMinutes(number), says, new CorrectionNotice("Correction", new DateOnly(2017, 3, 29), null, [
            new Correction(Week, CorrectedSection.Declined, Place(0), Place(0).Name, "same-name", 3, 0, new SourceLocation(Id(number), null, 1)),
        ]));

    public static Arrival Arrival(int number) => new()
    {
        Id = Id(number),
        Name = $"report-{number}.pdf",
        BlobName = $"folder/report-{number}.pdf",
        ETag = "0x1",
        Bytes = 12_345,
        ReceivedAt = Morning.AddSeconds(number),
    };
}
