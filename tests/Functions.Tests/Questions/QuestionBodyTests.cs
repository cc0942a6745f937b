using System.Text;
using DetainerLedger.Functions.Api.Questions;
using DetainerLedger.Reports;

namespace DetainerLedger.Functions.Tests.Questions;

public sealed class QuestionBodyTests
{
    private static readonly DateTimeOffset Now = new(2017, 5, 1, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_complete_body_is_a_question()
    {
        var (body, problem) = await Read("""{"section":"listed","row":3,"reason":" The page is torn. ","dated":"2017-04-03","other":1}""");

        Assert.Null(problem);
        var (asked, wrong) = body!.Ask(Now);
        Assert.Null(wrong);
        Assert.Equal((CorrectedSection.Listed, 3, "The page is torn.", new DateOnly(2017, 4, 3)), (asked!.Section, asked.Row, asked.Reason, asked.Dated));
    }

    [Theory]
    [InlineData("""{"section":"other","row":3,"reason":"?"}""", "invalid-section")]
    [InlineData("""{"row":3,"reason":"?"}""", "invalid-section")]
    [InlineData("""{"section":"listed","row":0,"reason":"?"}""", "invalid-row")]
    [InlineData("""{"section":"listed","reason":"?"}""", "invalid-row")]
    [InlineData("""{"section":"listed","row":1}""", "invalid-reason")]
    [InlineData("""{"section":"listed","row":1,"reason":"  "}""", "invalid-reason")]
    [InlineData("""{"section":"listed","row":1,"reason":"a\nb"}""", "invalid-reason")]
    [InlineData("""{"section":"listed","row":1,"reason":"?","dated":"2017-05-03"}""", "invalid-dated")]
    [InlineData("""{"section":"listed","row":1,"reason":"?","dated":"yesterday"}""", "invalid-dated")]
    public async Task What_is_missing_or_can_not_be_right_is_named(string json, string code) =>
        Assert.Equal(code, (await Read(json)).Body!.Ask(Now).Problem?.Code);

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"row\":\"1\"}")]
    [InlineData("{\"row\":1")]
    public async Task What_is_no_such_object_is_refused(string json) => Assert.Equal("invalid-body", (await Read(json)).Problem?.Code);

    [Fact]
    public async Task A_long_body_and_a_long_reason_are_refused()
    {
        Assert.Equal("too-large", (await Read($$"""{"reason":"{{new string('a', 20_000)}}"}""")).Problem?.Code);
        var (body, _) = await Read($$"""{"section":"listed","row":1,"reason":"{{new string('a', 1001)}}"}""");
        Assert.Equal("invalid-reason", body!.Ask(Now).Problem?.Code);
    }

    private static Task<(QuestionBody? Body, Api.Results.Problem? Problem)> Read(string json) =>
        QuestionBody.Read(Requests.Post("/api/weeks/latest/revisions/1/questions", Encoding.UTF8.GetBytes(json)));
}
