using System.Reflection;
using DetainerLedger.Functions.Api.Answers;

namespace DetainerLedger.Functions.Tests.Answers;

public sealed class ProblemTests
{
    public static TheoryData<string> Names => [.. Vocabulary().Select(entry => entry.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_problem_has_the_one_shape(string name)
    {
        var problem = Vocabulary().Single(entry => entry.Name == name).Problem;
        var sent = await problem.Send();

        Assert.Equal(problem.Status, sent.Status);
        Assert.Equal("application/problem+json", sent.Response.ContentType);
        Assert.Equal("no-store", sent.Header("Cache-Control"));
        Assert.Equal(
            ["type", "title", "status", "detail", "code", "parameter"],
            sent.Json.EnumerateObject().Select(property => property.Name));
        Assert.Equal(problem.Status, sent.Json.GetProperty("status").GetInt32());
        Assert.Equal($"urn:detainer-ledger:problem:{problem.Code}", sent.Json.GetProperty("type").GetString());
        Assert.Matches("^[a-z]+(-[a-z]+)*$", problem.Code);
        Assert.EndsWith(".", problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void No_two_problems_share_a_code() =>
        Assert.Equal(Vocabulary().Count, Vocabulary().DistinctBy(entry => entry.Problem.Code).Count());

    private static List<(string Name, Problem Problem)> Vocabulary() =>
    [
        .. typeof(Problems).GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Select(property => (property.Name, (Problem)property.GetValue(null)!)),
        (nameof(Problems.JurisdictionNotFound), Problems.JurisdictionNotFound("id")),
        (nameof(Problems.InvalidDay), Problems.InvalidDay("from")),
        (nameof(Problems.InvalidFormat), Problems.InvalidFormat(["json"])),
        (nameof(Problems.NotAcceptable), Problems.NotAcceptable(["application/json"])),
        (nameof(Problems.Repeated), Problems.Repeated("limit")),
        (nameof(Problems.MethodNotAllowed), Problems.MethodNotAllowed(["GET", "HEAD"])),
        (nameof(Problems.TooLarge), Problems.TooLarge(50)),
    ];
}
