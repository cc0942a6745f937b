using DetainerLedger.History;
using DetainerLedger.Ingest;
using DetainerLedger.Parsing;
using DetainerLedger.Places;
using DetainerLedger.Reports;

namespace DetainerLedger.Functions.Tests;

/// <summary>Facts to answer with; every field of them is filled.</summary>
internal static class Facts
{
    public static readonly DateOnly Week = new(2017, 2, 4);
    public static readonly DateTimeOffset Moment = new(2017, 2, 20, 8, 30, 0, TimeSpan.Zero);
    public static readonly ArrivalId Id = ArrivalId.Of("ddor.pdf", "\"0x1\"", Moment);
    public static readonly SourceLocation Source = new(Id, 3, 7);
    public static readonly Jurisdiction Travis = new("tx-travis-county", "Travis County", "TX", JurisdictionKind.County, "48453");

    public static readonly DeclinedDetainer Declined = new(
        Travis, "Travis County, Texas", "Travis County Jail", "Mexico", new DateOnly(2016, 11, 29), new DateOnly(2017, 2, 5),
        "Will not honor ICE detainer", "Burglary", "conviction", Source);

    public static readonly PolicyListing Listed = new(
        Travis, "Travis County, Texas", "San Antonio", "January 2017", "Honors \"some\", not all", ["Murder", "Human trafficking"], Source);

    public static readonly Arrival Arrival = new()
    {
        Id = Id,
        Name = "ddor.pdf",
        Sha256 = new string('a', 64),
        Format = "pdf",
        Bytes = 1234,
        ReceivedAt = Moment,
        ReleasedOn = new DateOnly(2017, 2, 13),
        State = ArrivalState.Rejected,
        Week = Week,
        Revision = 1,
        Error = new Refusal("no-text", "The file has no text.", 2, "jurisdiction"),
        Checks = [new Check("count-differs", CheckSeverity.Warning, "47 and 46", Source)],
        BlobName = "uploads/ddor.pdf",
        ETag = "0x1",
    };

    public static readonly Correction Corrected = new(Week, CorrectedSection.Issued, Travis, "Travis", "same-name", 5, 0, Source);

    public static PublishedNotice Notice(ArrivalId id, DateOnly dated, params Correction[] corrections) =>
        new(id, "corrections.json", Moment, "facts", new CorrectionNotice("Corrections", dated, "The date is sure.", corrections));

    public static Revision Revision(DateOnly week, int number = 1) => new(
        new ReportingWeek(week, week.AddDays(6)), number, Moment, new DateOnly(2017, 2, 13), "facts", new WeekTotals(2825, 47, 150),
        new RevisionSource(Id, "ddor.pdf", new string('a', 64), 23));
}
