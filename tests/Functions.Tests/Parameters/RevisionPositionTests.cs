using DetainerLedger.Functions.Api.Parameters;

namespace DetainerLedger.Functions.Tests.Parameters;

public sealed class RevisionPositionTests
{
    [Theory]
    [InlineData(11, 8, true)]
    [InlineData(4, 12, true)]
    [InlineData(11, 9, false)]
    [InlineData(11, 10, false)]
    [InlineData(18, 1, false)]
    public void A_list_continues_with_earlier_weeks_and_of_the_same_week_with_earlier_revisions(int day, int revision, bool comesLater) =>
        Assert.Equal(comesLater, At(11, 9).Precedes(At(day, revision)));

    [Fact]
    public void Reads_what_it_writes()
    {
        Assert.True(RevisionPosition.TryParse(At(11, 10).ToString(), out var read));
        Assert.Equal(At(11, 10), read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2017-02-11")]
    [InlineData("2017-02-11.")]
    [InlineData("2017-02-11.-1")]
    [InlineData("2017-02-31.1")]
    [InlineData("2017-02-11.1.1")]
    public void Reads_nothing_else(string text) => Assert.False(RevisionPosition.TryParse(text, out _));

    private static RevisionPosition At(int day, int revision) => new(new DateOnly(2017, 2, day), revision);
}
