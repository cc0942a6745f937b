using DetainerLedger.Reports;

namespace DetainerLedger.Tests.Reports;

public sealed class ArrivalIdTests
{
    private static readonly DateTimeOffset Written = new(2017, 2, 13, 9, 30, 15, TimeSpan.Zero);

    [Fact]
    public void A_replay_of_the_same_blob_version_is_the_same_arrival() =>
        Assert.Equal(ArrivalId.Of("a.pdf", "\"0x1\"", Written), ArrivalId.Of("a.pdf", "0x1", Written));

    [Theory]
    [InlineData("b.pdf", "0x1")]
    [InlineData("a.pdf", "0x2")]
    public void Another_blob_or_version_is_another_arrival(string name, string eTag) =>
        Assert.NotEqual(ArrivalId.Of("a.pdf", "0x1", Written), ArrivalId.Of(name, eTag, Written));

    [Fact]
    public void It_begins_with_the_second_in_which_the_version_was_written()
    {
        var id = ArrivalId.Of("a.pdf", "0x1", Written);
        Assert.StartsWith("20170213093015-", id.ToString(), StringComparison.Ordinal);
        Assert.Equal(Written, id.WrittenAt);
        Assert.True(ArrivalId.TryParse(id.ToString(), out var again));
        Assert.Equal(id, again);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("20170213093015-ABCDEF012345")]
    [InlineData("20171313093015-abcdef012345")]
    [InlineData("20170213093015_abcdef012345")]
    [InlineData("20170213093015-abcdef0123456")]
    [InlineData("../../../etc/passwd/aaaaaaa")]
    public void What_we_did_not_make_is_no_id(string? text) => Assert.False(ArrivalId.TryParse(text, out _));
}
