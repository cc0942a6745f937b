using DetainerLedger.History;
using DetainerLedger.Publishing;
using DetainerLedger.Queries;
using DetainerLedger.Reports;
using DetainerLedger.Tests.History;
using static DetainerLedger.Tests.History.MadeReports;

namespace DetainerLedger.Tests.Publishing;

/// <summary>Questions about rows: what is recorded, when it is known, and where it shows.</summary>
public sealed class QuestionDecisionTests
{
    private static readonly DateTimeOffset At = new(2017, 5, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly April3 = new(2017, 4, 3);
    private static readonly DateOnly April9 = new(2017, 4, 9);

    private static readonly PublishedReport Published = (Report(Listing(Travis)) with
    {
        HighestVolume = [Issued(Travis, 20)],
        Declines = [Declined(Travis, 1), Declined(Travis, 2), Declined(Nassau, 3)],
    }).Published();

    [Fact]
    public void A_row_that_the_reading_has_can_be_questioned()
    {
        var question = Question(Asked(2));

        Assert.Equal((Week, 1, CorrectedSection.Declined, 2), (question.Week, question.Revision, question.Section, question.Row));
        Assert.Equal((April3, At), (question.Dated, question.RecordedAt));
    }

    [Theory]
    [InlineData(CorrectedSection.Declined, 4)]
    [InlineData(CorrectedSection.Listed, 2)]
    [InlineData(CorrectedSection.Issued, 2)]
    public void A_row_that_the_reading_does_not_have_can_not(CorrectedSection section, int row) =>
        Assert.IsType<QuestionDecision.NoSuchRow>(QuestionDecision.Ask(View(Published), Published, new AskedQuestion(section, row, "?", null), At));

    [Fact]
    public void A_revision_that_the_week_does_not_have_can_not() =>
        Assert.IsType<QuestionDecision.NoSuchRevision>(QuestionDecision.Ask(View(Published), null, Asked(1), At));

    [Fact]
    public void The_same_question_asked_again_is_the_same_and_keeps_its_time()
    {
        var question = Question(Asked(2));

        var again = QuestionDecision.Ask(Index(question).Now, Published, Asked(2), At.AddDays(1));

        Assert.Equal(question, Assert.IsType<QuestionDecision.Unchanged>(again).Question);
    }

    [Theory]
    [InlineData("declined", 1, "Another reason.")]
    [InlineData("declined", 3, "The page is torn.")]
    [InlineData("listed", 1, "The page is torn.")]
    public void Another_row_or_reason_is_another_question(string section, int row, string reason)
    {
        var question = Question(new AskedQuestion(CorrectedSection.Declined, 1, "The page is torn.", April3));
        var asked = new AskedQuestion(section == "listed" ? CorrectedSection.Listed : CorrectedSection.Declined, row, reason, April3);

        Assert.IsType<QuestionDecision.Asked>(QuestionDecision.Ask(Index(question).Now, Published, asked, At));
    }

    [Fact]
    public void A_question_is_withdrawn_once_and_stays_recorded()
    {
        var question = Question(Asked(2));
        var withdrawn = Assert.IsType<QuestionDecision.Withdrawn>(Withdraw(Index(question), question.Id, April9)).Question;

        var index = Index(withdrawn);

        Assert.Equal(withdrawn, Assert.IsType<QuestionDecision.Unchanged>(Withdraw(index, question.Id, April3)).Question);
        Assert.Equal([withdrawn], index.Now.Questions.All);
        Assert.Empty(index.Now.Questions.Open(Published.Revision));
        Assert.IsType<QuestionDecision.NoSuchQuestion>(Withdraw(index, "another", April9));
        Assert.IsType<QuestionDecision.NoSuchQuestion>(
            QuestionDecision.Withdraw(index.Now, Week, 2, new QuestionWithdrawal(question.Id, "Seen.", April9, At)));
    }

    [Fact]
    public void It_is_known_from_its_day_and_open_until_that_of_its_withdrawal()
    {
        var question = Question(Asked(2));
        var index = Index(Assert.IsType<QuestionDecision.Withdrawn>(Withdraw(Index(question), question.Id, April9)).Question);

        Assert.Equal((0, 0), Known(April3.AddDays(-1)));
        Assert.Equal((1, 1), Known(April3));
        Assert.Equal((1, 1), Known(April9.AddDays(-1)));
        Assert.Equal((1, 0), Known(April9));

        (int All, int Open) Known(DateOnly day)
        {
            var view = index.AsOf(new DateTimeOffset(day, TimeOnly.MaxValue, TimeSpan.Zero));
            return (view.Questions.All.Count, view.Questions.Open(Published.Revision).Count);
        }
    }

    [Fact]
    public void Without_a_day_it_is_known_from_when_it_was_recorded()
    {
        var question = Question(Asked(2) with { Dated = null });

        Assert.Empty(Index(question).AsOf(At.AddTicks(-1)).Questions.All);
        Assert.Single(Index(question).AsOf(At).Questions.All);
    }

    [Fact]
    public void Each_day_on_which_a_question_came_or_went_is_a_moment()
    {
        var question = Question(Asked(2));
        var withdrawn = Assert.IsType<QuestionDecision.Withdrawn>(Withdraw(Index(question), question.Id, April9)).Question;

        var days = KnowledgeMoments.Of(Index(withdrawn).Now, DateTimeOffset.MaxValue)
            .Where(day => day.Learned.Any(learned => learned.Kind == LearnedKind.Question)).Select(day => day.Day);

        Assert.Equal([April9, April3], days);
    }

    [Fact]
    public void It_shows_with_its_row_and_with_no_other()
    {
        var view = Index(
            Question(Asked(2)),
            Question(new AskedQuestion(CorrectedSection.Listed, 1, "Listed?", April3)),
            Question(new AskedQuestion(CorrectedSection.Issued, 1, "Issued?", April3))).Now;

        Assert.Equal([0, 1, 0], Published.Report.Declines.Select(row => DeclineRow.Of(view, Published.Revision, row).Questions.Count));
        Assert.Equal(
            "Listed?", Assert.Single(Assert.Single(Published.Report.Listings.Select(row => ListingRow.Of(view, Published.Revision, row).Questions))).Reason);

        var facts = JurisdictionWeeks.Of(Published.Report, Published.Revision.Reading).Where(fact => fact.Jurisdiction == Travis);
        var week = Assert.Single(JurisdictionHistories.Of(view, facts)!.Weeks);
        Assert.Equal([0, 1], week.Declines.Select(row => row.Questions.Count));
        Assert.Equal("Listed?", Assert.Single(week.Listing!.Questions).Reason);
        Assert.Equal("Issued?", Assert.Single(week.IssuedQuestions).Reason);

        var summary = WeekSummaries.Of(view, Published, null);
        Assert.Equal(3, summary.Questions.Count);
        Assert.Equal("Issued?", Assert.Single(Assert.Single(summary.HighestVolume).Questions).Reason);
    }

    [Fact]
    public void A_later_reading_of_the_file_may_number_its_rows_differently_so_its_rows_are_not_questioned()
    {
        var question = Question(Asked(2));
        var reread = Published.Revision with { Reread = "2.abc", EarlierReadings = [] };
        var view = new LedgerIndex([[reread]], [], "", questions: [question]).Now;

        Assert.Empty(view.Questions.Open(reread));
        Assert.All(Published.Report.Declines, row => Assert.Empty(DeclineRow.Of(view, reread, row).Questions));
        Assert.Single(view.Questions.All);
    }

    private static AskedQuestion Asked(int row) => new(CorrectedSection.Declined, row, "The page is torn.", April3);

    private static RowQuestion Question(AskedQuestion asked) =>
        Assert.IsType<QuestionDecision.Asked>(QuestionDecision.Ask(View(Published), Published, asked, At)).Question;

    private static QuestionDecision Withdraw(LedgerIndex index, string id, DateOnly dated) =>
        QuestionDecision.Withdraw(index.Now, Week, 1, new QuestionWithdrawal(id, "Read again, it is right.", dated, At));

    private static LedgerIndex Index(params IEnumerable<RowQuestion> questions) => new([[Published.Revision]], [], "", questions: questions);
}
