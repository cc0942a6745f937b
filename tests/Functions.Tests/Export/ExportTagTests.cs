using DetainerLedger.Functions.Api.Export;
using DetainerLedger.History;

namespace DetainerLedger.Functions.Tests.Export;

/// <summary>The tag of an export moves with everything that its bytes come from, and with nothing else.</summary>
public sealed class ExportTagTests
{
    private static readonly Revision Undated = Facts.Revision(Facts.Week) with { ReleasedOn = null };

    public static TheoryData<string, Revision> Changes { get; } = new()
    {
        { "a release day", Undated with { ReleasedOn = new DateOnly(2017, 2, 13) } },
        { "another revision", Undated with { Number = 2 } },
        { "another reading", Undated with { Reread = "3.abc" } },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void Moves_with(string what, Revision changed) => Assert.False(Tag([Undated]) == Tag([changed]), $"The tag doesn't move with {what}.");

    [Fact]
    public void Moves_with_another_week() => Assert.NotEqual(Tag([Undated]), Tag([Undated], [Facts.Revision(Facts.Week.AddDays(7))]));

    [Fact]
    public void Stays_as_long_as_the_exported_facts_do() =>
        Assert.Equal(Tag([Undated]), Tag([Undated with { Reader = "3" }]));

    private static string Tag(params IReadOnlyList<Revision>[] weeks) =>
        new ExportSource(null!, new LedgerIndex(weeks, [], "v").Now, null).TagOf("weeks.csv").ToString();
}
