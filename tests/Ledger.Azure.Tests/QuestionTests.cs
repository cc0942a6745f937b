using DetainerLedger.History;
using DetainerLedger.Publishing;
using DetainerLedger.Reports;

namespace DetainerLedger.Storage.Tests;

/// <summary>Questions about rows, as entities of the index.</summary>
public sealed class QuestionTests(Storage storage)
{
    private static readonly AskedQuestion Asked = new(CorrectedSection.Declined, 1, "The page is torn.", new DateOnly(2017, 4, 3));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_question_and_its_withdrawal_are_read_by_another_instance_in_one_request()
    {
        var name = await Publish();
        using var ledger = storage.Open(name);
        var question = Assert.IsType<QuestionDecision.Asked>(await ledger.Ask(Made.Week, 1, Asked, Cancellation)).Question;
        Assert.Equal([question], (await ledger.ReadIndex(Cancellation)).Now.Questions.Open(Revision(await ledger.ReadIndex(Cancellation))));

        var withdrawal = new QuestionWithdrawal(question.Id, "It is right.", null, Made.Morning);
        Assert.IsType<QuestionDecision.Withdrawn>(await ledger.Withdraw(Made.Week, 1, withdrawal, Cancellation));

        var requests = new RequestLog();
        using var other = storage.Open(name, requests);
        var index = await other.ReadIndex(Cancellation);
        Assert.Equal([question with { Withdrawn = withdrawal }], index.Now.Questions.All);
        Assert.Empty(index.Now.Questions.Open(Revision(index)));
        Assert.Equal(1, requests.Total);
    }

    [Fact]
    public async Task The_index_gets_a_new_version_so_that_kept_responses_end()
    {
        using var ledger = storage.Open(await Publish(), freshForSeconds: 3600);
        var versions = new List<string> { (await ledger.ReadIndex(Cancellation)).Version };

        var question = Assert.IsType<QuestionDecision.Asked>(await ledger.Ask(Made.Week, 1, Asked, Cancellation)).Question;
        versions.Add((await ledger.ReadIndex(Cancellation)).Version);
        await ledger.Withdraw(Made.Week, 1, new QuestionWithdrawal(question.Id, "It is right.", null, Made.Morning), Cancellation);
        versions.Add((await ledger.ReadIndex(Cancellation)).Version);
        await ledger.Ask(Made.Week, 1, Asked, Cancellation);
        Assert.Equal(versions[^1], (await ledger.ReadIndex(Cancellation)).Version);

        Assert.Equal(3, versions.Distinct().Count());
    }

    [Fact]
    public async Task Many_who_ask_the_same_at_the_same_time_ask_one_question()
    {
        var name = await Publish();
        using var one = storage.Open(name);
        using var other = storage.Open(name);

        var decisions = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => (i % 2 == 0 ? one : other).Ask(Made.Week, 1, Asked, Cancellation)));

        Assert.Single(decisions.OfType<QuestionDecision.Asked>());
        Assert.Equal(7, decisions.OfType<QuestionDecision.Unchanged>().Count());
        Assert.Single((await one.ReadIndex(Cancellation)).Now.Questions.All);
    }

    [Fact]
    public async Task A_publication_between_two_questions_loses_neither()
    {
        using var ledger = storage.Open(await Publish());
        await ledger.Ask(Made.Week, 1, Asked, Cancellation);
        await ledger.Publish(Made.Edition(2, "second", Made.Report(Made.Id(2), declined: 3)), Cancellation);
        Assert.IsType<QuestionDecision.Asked>(await ledger.Ask(Made.Week, 2, Asked, Cancellation));

        var view = (await ledger.ReadIndex(Cancellation)).Now;

        Assert.Equal([1, 2], view.Questions.All.Select(question => question.Revision).Order());
        Assert.Equal([1, 1], view.Revisions(Made.Week).Select(revision => view.Questions.Open(revision).Count));
    }

    private async Task<string> Publish()
    {
        var name = await storage.CreateLedger();
        using var ledger = storage.Open(name);
        await ledger.Publish(Made.Edition(1, "first", Made.Report(Made.Id(1))), Cancellation);
        return name;
    }

    private static Revision Revision(LedgerIndex index) => index.Now.Find(Made.Week)!;
}
