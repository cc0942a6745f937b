using System.Reflection;
using System.Text.RegularExpressions;
using OneMachine;

namespace LocalHost.Tests;

/// <summary>The table of likeness in LocalHost's README: what it calls the same, a test shows.</summary>
public sealed partial class LikenessTests
{
    private static readonly HashSet<string> Tests =
    [
        .. from type in typeof(LikenessTests).Assembly.GetTypes()
           from method in type.GetMethods()
           where method.GetCustomAttributes().Any(attribute => attribute is FactAttribute)
           select $"{type.Name}.{method.Name}",
    ];

    private static IEnumerable<Row> Rows =>
        from line in File.ReadLines(Path.Combine(Repository.Root, "src", "LocalHost", "README.md"))
        let cells = line.Split('|', StringSplitOptions.TrimEntries)
        where cells.Length == 6 && cells[2] is not ("---" or "")
        select new Row(cells[1], cells[2], cells[3], [.. Quoted().Matches(cells[4]).Select(match => match.Groups["test"].Value)]);

    public static TheoryData<string> Same => [.. Rows.Where(row => row.Verdict == "same").Select(row => row.Behaviour)];

    [Theory]
    [MemberData(nameof(Same))]
    public void What_is_the_same_is_shown_by_a_test(string behaviour)
    {
        var row = Rows.Single(row => row.Behaviour == behaviour);
        Assert.NotEmpty(row.Tests);
        Assert.All(row.Tests, test => Assert.Contains(test, Tests));
    }

    [Fact]
    public void What_differs_says_why_and_nothing_is_called_otherwise() => Assert.All(Rows, row =>
    {
        Assert.Contains(row.Verdict, new[] { "same", "differs", "not done" });
        if (row.Verdict == "differs") Assert.NotEmpty(row.How);
    });

    [Fact]
    public void The_table_is_read() => Assert.True(Rows.Count() > 50, $"{Rows.Count()} rows");

    [GeneratedRegex("`(?<test>[^`]+)`")]
    private static partial Regex Quoted();

    private sealed record Row(string Behaviour, string Verdict, string How, IReadOnlyList<string> Tests);
}
