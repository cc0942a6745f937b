using System.Globalization;
using DetainerLedger.History;
using DetainerLedger.Publishing;
using DetainerLedger.Reports;
using DetainerLedger.Tests.Publishing;

namespace DetainerLedger.Storage.Tests;

/// <summary>
/// Random drops, backfills, release days, rereads and corrections on real storage, by two instances in turn, beside a model in memory; and
/// readers at the same time, each of whose answers must be of one revision.
/// </summary>
public sealed class RandomEventsTests(Storage storage)
{
    private const int Events = 16;
    private const int Days = 8;

    private static readonly DateOnly FirstDay = new(2017, 3, 1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Every_moment_is_answered_as_the_model_does_and_no_answer_mixes_two_revisions(int seed)
    {
        var random = new Random(seed);
        var name = await storage.CreateLedger();
        using var one = storage.Open(name);
        using var other = storage.Open(name);
        using var stop = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 2).Select(_ => Task.Run(() => Read(name, stop.Token), Cancellation)).ToList();

        var (model, now) = (new NaiveLedger(), Start(FirstDay).AddHours(9));
        for (var number = 1; number <= Events; number++)
        {
            now = now.AddMinutes(1).AddDays(random.Next(2));
            await Happen(number % 2 == 0 ? one : other, model, number, now, random);
        }

        await stop.CancelAsync();
        var answers = await Task.WhenAll(readers);
        Assert.All(answers, count => Assert.True(count > 0, "A reader got no answer."));
        var index = await one.ReadIndex(Cancellation);
        for (var moment = Start(FirstDay).AddDays(-1); moment < now.AddDays(2); moment = moment.AddHours(12))
        {
            var revision = index.AsOf(moment).Find(Made.Week);
            Assert.Equal(model.FactsAt(moment), revision is null ? null : int.Parse(revision.Fingerprint, CultureInfo.InvariantCulture));
        }

        Assert.Equal(model.Revisions, index.Now.Revisions(Made.Week).Count);
    }

    private static async Task Happen(TableLedger ledger, NaiveLedger model, int number, DateTimeOffset now, Random random)
    {
        var (facts, day) = (random.Next(1, 5), FirstDay.AddDays(random.Next(Days)));
        switch (random.Next(10))
        {
            case < 4:
                model.Drop(facts, null, now);
                await ledger.Publish(Edition(number, facts, now, null), Cancellation);
                break;
            case < 7:
                model.Drop(facts, Start(day), now);
                await ledger.Publish(Edition(number, facts, now, day), Cancellation);
                break;
            case 7:
                model.AddRelease(1, Start(day));
                await ledger.AddRelease(Made.Week, 1, day, Cancellation);
                break;
            case 8 when (await ledger.ReadIndex(Cancellation)).Now.Revisions(Made.Week).FirstOrDefault(revision => revision.Number == 1) is { } revision:
                model.Reread(1, facts);
                var report = Report(revision.Source.ReportId, facts);
                await ledger.Reread(new Rereading.Differs(revision, "3", $"3.{number:x16}", report, $"{facts}", [], now), Cancellation);
                break;
            default:
                await ledger.Publish(Made.Notice(number, $"notice {number}"), Cancellation);
                break;
        }
    }

    // The same facts are the same number of rows, so that an answer of two revisions contradicts itself.
    private async Task<int> Read(string name, CancellationToken stop)
    {
        using var ledger = storage.Open(name);
        var answers = 0;
        while (answers == 0 || !stop.IsCancellationRequested)
        {
            try
            {
                if (await Check(ledger)) answers++;
            }
            catch (TimeoutException)
            {
                // A busy machine. No answer mixes nothing.
            }
        }

        return answers;
    }

    private static async Task<bool> Check(TableLedger ledger)
    {
        if ((await ledger.ReadIndex(Cancellation)).Now.Find(Made.Week) is not { } revision) return false;
        var facts = int.Parse(revision.Fingerprint, CultureInfo.InvariantCulture);
        Assert.Equal(facts, revision.Totals.DetainersDeclined);
        Assert.Equal(facts, (await ledger.ReadReport(revision, Cancellation)).Report.Declines.Count);
        Assert.Equal(facts, (await ledger.ReadCounts([revision], Cancellation)).Single().Jurisdictions.Sum(row => row.Declined));
        var named = (await ledger.ReadJurisdiction(Made.Place(0).Id!, Cancellation)).Where(week => week.Reading == revision.Reading);
        Assert.Equal(Report(revision.Source.ReportId, facts).Declines.Count(row => row.Jurisdiction == Made.Place(0)), named.Sum(week => week.Declines.Count));
        return true;
    }

    private static Edition Edition(int number, int facts, DateTimeOffset now, DateOnly? releasedOn) => new(
        Report(Made.Id(number), facts), $"{facts}", new RevisionSource(Made.Id(number), $"{number}.json", $"{number:x64}", null), now, releasedOn, []);

    private static WeeklyReport Report(ArrivalId id, int facts) => Made.Report(id, declined: facts, listed: 1);

    private static DateTimeOffset Start(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);
}
