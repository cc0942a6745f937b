using System.Globalization;
using CsCheck;
using DetainerLedger.History;
using DetainerLedger.Publishing;
using DetainerLedger.Reports;
using DetainerLedger.Tests.History;
using static DetainerLedger.Tests.History.MadeReports;

namespace DetainerLedger.Tests.Publishing;

/// <summary>Random drops, backfills, release days, rereads and corrections, in random order, beside a model that keeps everything.</summary>
public sealed class OrderOfEventsProperty
{
    private const int OtherRows = 2;
    private const int Days = 8;

    private static readonly DateOnly FirstDay = new(2017, 3, 1);

    private static readonly Gen<Event> AnyEvent = Gen.Frequency<Event>(
        (5, Gen.Select(Gen.Int[0, 3], Gen.Int[0, 1], (facts, wait) => (Event)new Drop(facts, null, wait))),
        (5, Gen.Select(Gen.Int[0, 3], Gen.Int[0, Days], Gen.Int[0, 1], (facts, day, wait) => (Event)new Drop(facts, FirstDay.AddDays(day), wait))),
        (4, Gen.Select(Gen.Int[0, 3], Gen.Int[0, Days * 4], Gen.Int[0, 2], (facts, hours, address) => (Event)new See(facts, hours * 6, $"https://{address}.example/"))),
        (3, Gen.Select(Gen.Int[1, 5], Gen.Int[0, Days], (number, day) => (Event)new AddRelease(number, FirstDay.AddDays(day)))),
        (1, Gen.Select(Gen.Int[1, 5], Gen.Int[0, 3], (number, facts) => (Event)new Reread(number, facts))),
        (2, Gen.Select(Gen.Int[0, 3], Gen.Int[0, Days], (becomes, day) => (Event)new Correct(becomes, FirstDay.AddDays(day)))));

    [Fact]
    public void Every_order_of_events_answers_at_every_moment_as_the_model_does() => AnyEvent.List[1, 14].Sample(
        events =>
        {
            var (week, model, notices) = Run(events);
            var index = new LedgerIndex([week.Revisions], notices, "");
            foreach (var (view, moment) in Moments().Select(moment => (index.AsOf(moment), moment)).Append((index.Now, DateTimeOffset.MaxValue)))
            {
                var revision = view.Find(Week);
                Assert.Equal(model.FactsAt(moment), revision is null ? null : int.Parse(revision.Fingerprint, CultureInfo.InvariantCulture));
                if (revision is null) continue;

                var corrected = CorrectionsInForce.Of(view.Corrections(Week)).Correct(Report(int.Parse(revision.Fingerprint, CultureInfo.InvariantCulture)));
                Assert.Equal(model.CorrectedAt(moment) + OtherRows, corrected?.DetainersDeclined);
            }
        },
        iter: 3_000,
        print: events => string.Join("; ", events));

    [Fact]
    public void An_answer_for_a_moment_changes_only_by_an_event_that_counts_from_that_moment_or_an_earlier_one() => AnyEvent.List[1, 14].Sample(
        events =>
        {
            for (var known = 0; known < events.Count; known++)
            {
                var (before, after) = (Run(events.Take(known)), Run(events.Take(known + 1)));
                var from = CountsFrom(events[known], before.Week, after.Week.Now);
                foreach (var moment in Moments().Where(moment => moment < from)) Assert.Equal(Answer(before, moment), Answer(after, moment));
            }
        },
        iter: 300,
        print: events => string.Join("; ", events));

    [Fact]
    public void Dated_editions_answer_the_same_in_any_order() => Gen.Select(Gen.Int[0, 3], Gen.Int[0, Days]).List[1, 6].Sample(
        editions =>
        {
            // Of two editions of one day the number decides, which is a matter of order.
            var distinct = editions.DistinctBy(edition => edition.Item2).ToList();
            var answers = Orders.Of(distinct.Take(4).ToList()).Select(order =>
            {
                var week = new EventfulWeek { Now = new DateTimeOffset(FirstDay.AddDays(Days + 1), TimeOnly.MinValue, TimeSpan.Zero) };
                foreach (var (facts, day) in order) week.Drop($"{facts}", FirstDay.AddDays(day));
                return string.Join(',', Moments().Select(moment => week.Facts(moment) ?? "-"));
            });
            Assert.Single(answers.Distinct());
        },
        iter: 500);

    [Fact]
    public void Sighted_editions_answer_the_same_in_any_order() => Gen.Select(Gen.Int[0, 2], Gen.Int[0, Days * 2]).List[1, 6].Sample(
        sightings =>
        {
            // Of two editions of one moment the number decides, which is a matter of order.
            var distinct = sightings.DistinctBy(sighting => sighting.Item2).ToList();
            var answers = Orders.Of(distinct.Take(5).ToList()).Select(order =>
            {
                var week = new EventfulWeek { Now = new DateTimeOffset(FirstDay.AddDays(Days + 1), TimeOnly.MinValue, TimeSpan.Zero) };
                foreach (var (facts, halfDays) in order) week.Drop($"{facts}", seenAt: Start(FirstDay).AddHours(halfDays * 12), at: "https://source.example/a.pdf");
                return string.Join(',', Moments().Select(moment => week.Facts(moment) ?? "-"));
            });
            Assert.Single(answers.Distinct());
        },
        iter: 300);

    private static (EventfulWeek Week, NaiveLedger Model, List<PublishedNotice> Notices) Run(IEnumerable<Event> events)
    {
        var (week, model, notices) = (new EventfulWeek { Now = new DateTimeOffset(FirstDay, new TimeOnly(9, 0), TimeSpan.Zero) }, new NaiveLedger(), new List<PublishedNotice>());
        foreach (var each in events)
        {
            week.Now = week.Now.AddMinutes(1);
            switch (each)
            {
                case Drop drop:
                    week.Now = week.Now.AddDays(drop.Wait);
                    model.Drop(drop.Facts, drop.ReleasedOn is { } day ? Start(day) : null, week.Now);
                    week.Drop($"{drop.Facts}", drop.ReleasedOn);
                    break;
                case See see:
                    // Nothing is seen in the future.
                    var at = Min(Start(FirstDay).AddHours(see.Hours), week.Now);
                    model.See(see.Facts, at, see.Address, week.Now);
                    week.Drop($"{see.Facts}", seenAt: at, at: see.Address);
                    break;
                case AddRelease release:
                    model.AddRelease(release.Number, Start(release.Day));
                    week.AddRelease(release.Number, release.Day);
                    break;
                case Reread reread when week.Revisions.FirstOrDefault(revision => revision.Number == reread.Number) is { } revision:
                    model.Reread(reread.Number, reread.Facts);
                    week.Reread(new Rereading.Differs(revision, "3", $"3.{week.Now.Ticks}", MadeReports.Report(), $"{reread.Facts}", [], week.Now));
                    break;
                case Correct correct:
                    model.Correct(Start(correct.Dated), correct.Becomes);
                    notices.Add(Notice(correct, week.Now));
                    break;
            }
        }

        Assert.Equal(model.Revisions, week.Revisions.Count);
        return (week, model, notices);
    }

    // A rereading counts from the moment from which its revision is known; another event from its day, or else from now.
    private static DateTimeOffset CountsFrom(Event each, EventfulWeek before, DateTimeOffset now) => each switch
    {
        Drop drop => drop.ReleasedOn is { } day ? Start(day) : now,
        // A release day counts from the first sighting on that day, so a sighting can put off what its day said.
        See see => Start(DateOnly.FromDateTime(Min(Start(FirstDay).AddHours(see.Hours), now).UtcDateTime)),
        AddRelease release => Start(release.Day),
        Reread reread => before.Revisions.FirstOrDefault(revision => revision.Number == reread.Number)?.KnownFrom ?? DateTimeOffset.MaxValue,
        Correct correct => Start(correct.Dated),
        _ => throw new ArgumentOutOfRangeException(nameof(each)),
    };

    private static (string? Facts, int? Corrected) Answer((EventfulWeek Week, NaiveLedger Model, List<PublishedNotice> Notices) ledger, DateTimeOffset moment)
    {
        var view = new LedgerIndex([ledger.Week.Revisions], ledger.Notices, "").AsOf(moment);
        if (view.Find(Week) is not { } revision) return (null, null);
        var report = Report(int.Parse(revision.Fingerprint, CultureInfo.InvariantCulture));
        return (revision.Fingerprint, CorrectionsInForce.Of(view.Corrections(Week)).Correct(report)?.DetainersDeclined);
    }

    private static IEnumerable<DateTimeOffset> Moments() =>
        from day in Enumerable.Range(-1, Days + 20)
        from hour in new[] { 0, 12 }
        select Start(FirstDay.AddDays(day)).AddHours(hour);

    private static DateTimeOffset Min(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;

    private static DateTimeOffset Start(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);

    private static WeeklyReport Report(int rows) => MadeReports.Report() with
    {
        Declines = [.. Enumerable.Repeat(Declined(Travis), rows), .. Enumerable.Repeat(Declined(Nassau), OtherRows)],
    };

    private static PublishedNotice Notice(Correct correct, DateTimeOffset now)
    {
        var correction = new Correction(Week, CorrectedSection.Declined, Travis, Travis.Name, null, 9, correct.Becomes, new SourceLocation(default, null, 1));
        return new PublishedNotice(
            ArrivalId.Of("notice.json", $"{now.Ticks}", now), "notice.json", now, $"{now.Ticks}", new CorrectionNotice(null, correct.Dated, null, [correction]));
    }

    private abstract record Event;

    /// <param name="Wait">Days since the event before it.</param>
    private sealed record Drop(int Facts, DateOnly? ReleasedOn, int Wait) : Event;

    /// <param name="Hours">Since the first day.</param>
    private sealed record See(int Facts, int Hours, string Address) : Event;

    private sealed record AddRelease(int Number, DateOnly Day) : Event;

    private sealed record Reread(int Number, int Facts) : Event;

    private sealed record Correct(int Becomes, DateOnly Dated) : Event;
}
