using System.Reflection;
using System.Text.RegularExpressions;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.Parsing;
using OneMachine;

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

    [Fact]
    public void Every_code_is_listed_in_the_docs_with_its_status_and_no_other_is()
    {
        var listed = from row in Errors().Split('\n')
                     where Regex.IsMatch(row, "^\\| [0-9]")
                     let cells = row.Split('|')
                     let statuses = Regex.Matches(cells[1], "[0-9]+").Select(match => match.Value).ToHashSet()
                     from code in Codes(cells[2])
                     select (Code: code, Statuses: statuses);
        var answered = Vocabulary().Select(entry => $"{entry.Problem.Status} {entry.Problem.Code}").ToList();

        Assert.Equal(answered.Select(entry => entry[4..]).Order(), listed.Select(row => row.Code).Order());
        Assert.All(listed, row => Assert.Contains(answered, entry => entry[4..] == row.Code && row.Statuses.Contains(entry[..3])));
    }

    [Fact]
    public void Every_code_of_a_rejected_file_is_listed_in_the_docs()
    {
        var refusals = typeof(RefusalCodes).GetFields().Select(field => (string)field.GetRawConstantValue()!);

        Assert.Empty(refusals.Except(Codes(Errors()[Errors().IndexOf("A **rejected**", StringComparison.Ordinal)..])));
    }

    private static string Errors()
    {
        var docs = File.ReadAllText(Path.Combine(Repository.Root, "docs", "api.md"));
        return docs[docs.IndexOf("## Errors", StringComparison.Ordinal)..];
    }

    private static IEnumerable<string> Codes(string text) =>
        Regex.Matches(text, "`([a-z]+(-[a-z]+)*)`").Select(match => match.Groups[1].Value);

    private static List<(string Name, Problem Problem)> Vocabulary() =>
    [
        .. typeof(Problems).GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Select(property => (property.Name, (Problem)property.GetValue(null)!)),
        (nameof(Problems.JurisdictionNotFound), Problems.JurisdictionNotFound("id")),
        (nameof(Problems.InvalidDay), Problems.InvalidDay("from")),
        (nameof(Problems.InvalidFormat), Problems.InvalidFormat(["json"])),
        (nameof(Problems.NotAcceptable), Problems.NotAcceptable(["application/json"])),
        (nameof(Problems.Repeated), Problems.Repeated("limit")),
        (nameof(Problems.InvalidSearch), Problems.InvalidSearch(100)),
        (nameof(Problems.InvalidUrl), Problems.InvalidUrl("The address must use https.")),
        (nameof(Problems.InvalidReason), Problems.InvalidReason(1000)),
        (nameof(Problems.InvalidWord), Problems.InvalidWord("measure", ["declined"])),
        (nameof(Problems.MethodNotAllowed), Problems.MethodNotAllowed(["GET", "HEAD"])),
        (nameof(Problems.TooLarge), Problems.TooLarge(50)),
    ];
}
