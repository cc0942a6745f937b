using CsCheck;
using DetainerLedger.Digests;
using DetainerLedger.History;
using DetainerLedger.Places;
using DetainerLedger.Queries;
using DetainerLedger.Reports;
using Question = DetainerLedger.Reports.Check;

namespace DetainerLedger.Tests.Digests;

/// <param name="PreviousCorrected">The totals of the week before, after corrections.</param>
internal sealed record GeneratedWeek(WeekSummary Summary, WeekTotals PreviousCorrected)
{
    public Digest Digest { get; } = DigestComposer.Compose(Summary, PreviousCorrected, SampleWeek.ComposedAt);
}

/// <summary>Summaries of weeks as no agency would publish them: names that are numbers, missing states, counts of any size.</summary>
internal static class GeneratedWeeks
{
    private static readonly Gen<string> Words = Gen.OneOf(
        Gen.OneOf(
            "Travis County", "Precinct 12", "12", "District 9, Area 51", "<script>alert(1)</script>", "Franklin\r\nCounty 3", "  ", "",
            "٣ County", "“7”", "Doña Ana County", "a 1 a 1 a", "3 and 4; 5%", "February 4", "2,825"),
        Gen.Char[' ', '~'].Array[0, 20].Select(letters => new string(letters)));

    private static readonly Gen<Jurisdiction> Place =
        Gen.Select(Words, Gen.OneOf("TX", "CA", "DC", "IA", null), Gen.Enum<JurisdictionKind>()).Select((name, state, kind) =>
            new Jurisdiction(state is null ? null : $"{state}-{name}", name, state, state is null ? null : kind, null));

    private static readonly Gen<Jurisdiction[]> Places = Place.Array[0, 12].Select(places => places.Distinct().ToArray());

    private static readonly Gen<int> Count =
        Gen.Frequency((1, Gen.Const(0)), (1, Gen.Const(1)), (2, Gen.Int[0, 300]), (1, Gen.Int[0, 2_000_000]));

    private static readonly Gen<int?> MaybeCount = Gen.Nullable(Count);

    private static readonly Gen<DateOnly> Day = Gen.Int[0, 3000].Select(days => new DateOnly(2015, 1, 1).AddDays(days));

    private static readonly Gen<DateOnly?> MaybeDay = Gen.Nullable(Day);

    private static readonly Gen<WeekTotals> Totals =
        Gen.Select(MaybeCount, Count, Count, (issued, declined, listed) => new WeekTotals(issued, declined, listed));

    private static readonly Gen<StateDeclines[]> Declines = Gen.OneOf("TX", "CA", "DC", "IA", "NY", "WA", null).Array[0, 7]
        .SelectMany(states => Gen.Int[1, 1500].Array[states.Distinct().Count()].Select(counts => states.Distinct()
            .Zip(counts, (state, count) => new StateDeclines(state, count, Math.Round((double)count / counts.Sum(), 3)))
            .OrderByDescending(rows => rows.Declined).ToArray()));

    private static readonly Gen<CorrectionEntry[]> Corrections =
        Gen.Select(Gen.Enum<CorrectedSection>(), Place, Count, Count, Words, MaybeDay, Gen.Int[1, 3])
            .Select((section, place, was, now, words, dated, notice) => new CorrectionEntry(
                "id", default, section, place, words, was, now, words, dated, words,
                new SourceLocation(ArrivalId.Of($"{notice}", "0x1", SampleWeek.ComposedAt), null, null)))
            .Array[0, 5];

    private static readonly Gen<(int Days, WeekTotals Totals)?> Earlier = Gen.Nullable(Gen.Select(Gen.Int[1, 30], Totals));

    private static readonly Gen<WeekSummary> Weeks = Gen
        .Select(Day, Gen.Int[0, 8], Totals, Earlier, Declines, Gen.Int[1, 3], Gen.Nullable(Count))
        .Select((start, days, totals, earlier, declines, revision, pages) => SampleWeek.Summary with
        {
            Week = start,
            Period = new ReportingWeek(start, start.AddDays(days)),
            Revision = revision,
            DetainersIssued = totals.DetainersIssued,
            DetainersDeclined = declines.Sum(rows => rows.Declined),
            JurisdictionsListed = totals.JurisdictionsListed,
            PreviousWeek = earlier is var (ago, before)
                ? new PreviousWeek(start.AddDays(-ago), before)
                : null,
            DeclinedByState = declines,
            Source = SampleWeek.Summary.Source with { Pages = pages },
        });

    public static Gen<GeneratedWeek> Any { get; } =
        Gen.Select(Weeks, Places.Array[4], Words.Array[0, 3], Words.Array[0, 3], Corrections, Gen.Select(Totals, Totals, MaybeDay), Words)
            .Select((week, places, notices, codes, corrections, others, name) => new GeneratedWeek(week with
            {
                Listings = new ListingChanges(
                    places[0], places[1], [.. places[2].Where(place => place.Kind is JurisdictionKind.State)], places[3]),
                Notices = [.. notices.Select(text => new Notice(text, SampleWeek.Somewhere))],
                Checks = [.. codes.Select(code => new Question(code, CheckSeverity.Info, "", null))],
                Corrections = corrections,
                Corrected = corrections.Length > 0 ? others.Item1 : null,
                ReleasedOn = others.Item3,
                Source = week.Source with { Name = name },
            }, others.Item2));
}
