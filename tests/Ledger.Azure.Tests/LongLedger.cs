using System.Globalization;
using DetainerLedger.History;
using DetainerLedger.Places;
using DetainerLedger.Publishing;
using DetainerLedger.Reports;

namespace DetainerLedger.Storage.Tests;

/// <summary>
/// A ledger of many weeks, made up: the same in every run. Few places have most of the declined detainers, and from week to
/// week a few places join those that are listed, and a few go.
/// </summary>
/// <param name="declines">Of all weeks together.</param>
/// <param name="listed">In each week.</param>
internal sealed class LongLedger(int weeks, int declines, int listed)
{
    private const int Seed = 20170204;
    private const int WeeklyChanges = 2;
    private static readonly DateOnly FirstWeek = new(2017, 1, 28);
    private static readonly string[] Reasons = ["Will not honor ICE detainer", "Will not honor without a warrant", "Subject was released before it was lodged"];
    private static readonly string[] Activities = ["Driving Under Influence Liquor", "Assault", "Burglary", "Domestic Violence", "Drug Possession"];

    private static readonly List<Jurisdiction> Places =
        [.. JurisdictionRegister.Default.States.SelectMany(state => JurisdictionRegister.Default.CountiesOf(state.Code).Take(12))];

    /// <summary>A place that many weeks decline for.</summary>
    public static Jurisdiction Frequent => Places[0];

    public static DateOnly Week(int number) => FirstWeek.AddDays(7 * number);

    /// <summary>The weeks' reports, the oldest first.</summary>
    public IEnumerable<Edition> Editions()
    {
        // Seeded: that anybody could foretell it is the point.
        var random = new Random(Seed);
        var places = Enumerable.Range(0, Places.Count).ToArray();
        // The first is always listed.
        random.Shuffle(places.AsSpan(1));
        for (var number = 0; number < weeks; number++)
        {
            for (var change = 0; change < WeeklyChanges; change++)
            {
                var (goes, comes) = (random.Next(1, listed), random.Next(listed, places.Length));
                (places[goes], places[comes]) = (places[comes], places[goes]);
            }

            yield return Edition(number, Report(number, [.. places[..listed].Order()], random));
        }
    }

    private static Edition Edition(int number, WeeklyReport report)
    {
        var id = Id(number);
        var received = Received(number);
        return new Edition(report, $"week {number}", new RevisionSource(id, Name(number), new string('a', 64), Pages: 30), received, null, []);
    }

    private WeeklyReport Report(int number, IReadOnlyList<int> listedPlaces, Random random)
    {
        var (id, start) = (Id(number), Week(number));
        var count = (int)((long)declines * (number + 1) / weeks - (long)declines * number / weeks);
        return new WeeklyReport
        {
            Period = new ReportingWeek(start, start.AddDays(6)),
            DetainersIssued = 2500 + random.Next(1000),
            HighestVolume = [.. Enumerable.Range(0, 10).Select(row =>
                new IssuedVolume(Places[row], Printed(Places[row]), 200 - (15 * row) + random.Next(15), new SourceLocation(id, 2, row + 1)))],
            Declines = [.. Enumerable.Range(0, count).Select(row => Declined(start, new SourceLocation(id, 3 + (row / 12), row + 1), row, random))],
            Listings = [.. listedPlaces.Select((place, row) => new PolicyListing(
                Places[place], Printed(Places[place]), "San Antonio", $"January {2010 + (place % 8)}", $"Policy {place}: will honor only with a warrant.",
                ["A warrant"], new SourceLocation(id, 20 + (row / 9), row + 1)))],
        };
    }

    private static DeclinedDetainer Declined(DateOnly start, SourceLocation source, int row, Random random)
    {
        // The cube of an even number crowds towards the first places; each week begins with the first of all.
        var place = row == 0 ? Frequent : Places[(int)(Math.Pow(random.NextDouble(), 3) * Places.Count)];
        var declined = start.AddDays(random.Next(7));
        return new DeclinedDetainer(
            place, Printed(place), $"{place.Name} Jail", "Mexico", declined.AddDays(-random.Next(300)), declined,
            Reasons[random.Next(Reasons.Length)], Activities[random.Next(Activities.Length)], "charge", source);
    }

    private static string Printed(Jurisdiction place) => $"{place.Name}, {place.State}";

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"made-up-{number:0000}.pdf");

    private static ArrivalId Id(int number) => ArrivalId.Of(Name(number), "0x1", Received(number));

    private static DateTimeOffset Received(int number) => new(Week(number).AddDays(9), new TimeOnly(9, 0), TimeSpan.Zero);
}
