using System.Globalization;
using DetainerLedger.History;
using DetainerLedger.Places;
using DetainerLedger.Publishing;
using DetainerLedger.Reports;

namespace DetainerLedger.Delivery.Tests;

/// <summary>Reports made up for tests.</summary>
internal static class Made
{
    public static readonly Jurisdiction Travis = new("tx-travis-county", "Travis County", "TX", JurisdictionKind.County, "48453");
    public static readonly Jurisdiction Bexar = new("tx-bexar-county", "Bexar County", "TX", JurisdictionKind.County, "48029");
    public static readonly Jurisdiction Cook = new("il-cook-county", "Cook County", "IL", JurisdictionKind.County, "17031");

    public static ArrivalId Id(int number) =>
        ArrivalId.Of(string.Create(CultureInfo.InvariantCulture, $"report-{number}.pdf"), "0x1", new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(number));

    public static WeeklyReport Report(int number, DateOnly week, params (Jurisdiction Place, int Declined, string? Policy)[] rows) => new()
    {
        Period = new ReportingWeek(week, week.AddDays(6)),
        DetainersIssued = 100 + number,
        Declines = [.. rows.SelectMany(row => Enumerable.Range(0, row.Declined).Select(i => new DeclinedDetainer(
            row.Place, row.Place.Name, "Jail", "Mexico", week.AddDays(-i), week.AddDays(1), "Will not honor", null, null, new SourceLocation(Id(number), 1, i + 1))))],
        Listings = [.. rows.Where(row => row.Policy is not null).Select((row, i) =>
            new PolicyListing(row.Place, row.Place.Name, null, "January 2017", row.Policy, [], new SourceLocation(Id(number), 2, i + 1)))],
    };

    public static Edition Edition(int number, WeeklyReport report, DateTimeOffset at) => new(
        report, $"facts-{number}", new RevisionSource(Id(number), $"report-{number}.pdf", new string('a', 64), 3), at, null, []);

    public static PublishedNotice Notice(int number, DateOnly week, DateTimeOffset at, params Jurisdiction[] places) => new(
        Id(number), $"notice-{number}.json", at, $"notice-{number}", new CorrectionNotice("Correction", DateOnly.FromDateTime(at.UtcDateTime), null,
            [.. places.Select((place, i) => new Correction(week, CorrectedSection.Declined, place, place.Name, "same-name", 3, 0, new SourceLocation(Id(number), null, i + 1)))]));
}
