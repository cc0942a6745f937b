using DetainerLedger.History;
using DetainerLedger.Places;
using DetainerLedger.Queries;
using DetainerLedger.Reports;

namespace DetainerLedger.Tests.Digests;

/// <summary>The weekly summary of the sample week, written by hand, and how to make others of it.</summary>
internal static class SampleWeek
{
    public const string FieldOffices =
        "Some field offices ceased issuing detainers to known uncooperative jurisdictions. ICE field offices have been recently " +
        "instructed to issue detainers on all removable aliens in a LEA’s custody. As a result, the number of issued detainers is " +
        "expected to increase over the next several reporting periods.";

    public const string Sha256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    public static DateTimeOffset ComposedAt { get; } = new(2017, 2, 13, 14, 5, 9, TimeSpan.Zero);

    public static ArrivalId ReportId { get; } = ArrivalId.Of("ddor.pdf", "0x1", ComposedAt);

    public static SourceLocation Somewhere { get; } = new(ReportId, 1, null);

    private static readonly string[] CaliforniaCounties =
    [
        "Alameda", "Butte", "Contra Costa", "El Dorado", "Fresno", "Humboldt", "Imperial", "Kern", "Kings", "Lake", "Los Angeles", "Madera",
        "Marin", "Mendocino", "Merced", "Monterey", "Napa", "Nevada", "Orange", "Placer", "Riverside", "Sacramento", "San Benito",
        "San Bernardino", "San Diego", "San Joaquin", "San Luis Obispo", "San Mateo", "Santa Barbara", "Santa Cruz", "Shasta", "Solano",
        "Sonoma", "Stanislaus", "Ventura", "Yolo", "Yuba",
    ];

    public static WeekSummary Summary { get; } = new(new WeekTotals(2825, 47, 150))
    {
        Week = new DateOnly(2017, 2, 4),
        Period = new ReportingWeek(new DateOnly(2017, 2, 4), new DateOnly(2017, 2, 10)),
        Revision = 1,
        PublishedAt = new DateTimeOffset(2017, 2, 13, 9, 0, 0, TimeSpan.Zero),
        ReleasedOn = null,
        Corrected = null,
        PreviousWeek = new PreviousWeek(new DateOnly(2017, 1, 28), new WeekTotals(3083, 206, 117)),
        Change = new WeekTotals(-258, -159, 33),
        Listings = new ListingChanges(
            Added:
            [
                City("MD", "Baltimore"), State("CA", "California"), State("CT", "Connecticut"), City("CA", "Tulare"),
                .. CaliforniaCounties.Select(name => County("CA", $"{name} County")),
            ],
            Removed:
            [
                County("FL", "Clay County"), County("PA", "Franklin County"), County("PA", "Bedford County"), City("IA", "Ames"),
                City("IA", "Cedar Rapids"), City("IA", "Davenport"), City("IA", "Dubuque"), County("NY", "Nassau County"),
            ],
            Statewide: [State("CA", "California"), State("CT", "Connecticut")],
            RecentlyEnacted:
            [
                City("MD", "Baltimore"), City("NY", "Ithaca"), City("CA", "Tulare"), County("CO", "Boulder County"),
                City("IA", "Iowa City"), County("TX", "Travis County"),
            ]),
        DeclinedByState = Declined(
            ("NY", 14), ("CA", 8), ("CO", 5), ("WA", 5), ("MA", 3), ("MN", 3), ("NM", 3), ("TX", 2), ("VA", 2), ("DC", 1), ("FL", 1)),
        DeclinedByJurisdiction = [new JurisdictionDeclines(City("NY", "New York City"), 12)],
        HighestVolume = [new VolumeRow(County("CA", "Los Angeles County"), 165, null, Somewhere)],
        Notices = [new Notice(FieldOffices, Somewhere)],
        Checks = [],
        Corrections = [],
        Source = new RevisionSource(ReportId, "ddor2017_02-04to02-10.pdf", Sha256, 23),
    };

    public static Jurisdiction County(string? state, string name) => Place(state, name, JurisdictionKind.County);

    public static Jurisdiction City(string? state, string name) => Place(state, name, JurisdictionKind.City);

    public static Jurisdiction State(string state, string name) => new(state.ToLowerInvariant(), name, state, JurisdictionKind.State, null);

    /// <summary>States by their number of declined detainers; an empty code means rows without a state.</summary>
    private static IReadOnlyList<StateDeclines> Declined(params (string Code, int Rows)[] states)
    {
        double total = states.Sum(state => state.Rows);
        return [.. states.Select(state => new StateDeclines(
            state.Code.Length == 0 ? null : state.Code, state.Rows, Math.Round(state.Rows / total, 3)))];
    }

    public static WeekSummary WithDeclines(params (string Code, int Rows)[] states) =>
        Summary with { DetainersDeclined = states.Sum(state => state.Rows), DeclinedByState = Declined(states) };

    public static WeekSummary WithListings(
        Jurisdiction[]? added = null, Jurisdiction[]? removed = null, Jurisdiction[]? statewide = null, Jurisdiction[]? enacted = null) =>
        Summary with { Listings = new ListingChanges(added ?? [], removed ?? [], statewide ?? [], enacted ?? []) };

    public static WeekSummary WithNotices(this WeekSummary summary, params string[] notices) =>
        summary with { Notices = [.. notices.Select(text => new Notice(text, Somewhere))] };

    public static CorrectionEntry Correction(
        CorrectedSection section, Jurisdiction place, int was, int now, string? reason = "same-name") =>
        new("id", Summary.Week, section, place, reason, was, now,
        "Correction to the report for February 4 - February 10, 2017", new DateOnly(2017, 3, 29), null, Somewhere);

    private static Jurisdiction Place(string? state, string name, JurisdictionKind kind) =>
        new(state is null ? null : $"{state}-{name}".ToLowerInvariant().Replace(' ', '-'), name, state, state is null ? null : kind, null);
}
