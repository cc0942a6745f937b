using System.Globalization;
using DetainerLedger.Functions.Api.Parameters;

namespace DetainerLedger.Functions.Tests.Parameters;

public sealed class MomentTests
{
    [Theory]
    [InlineData("2017-02-04", "2017-02-04T23:59:59.9999999Z")]
    [InlineData("9999-12-31", "9999-12-31T23:59:59.9999999Z")]
    [InlineData("2017-02-04T12:00:00Z", "2017-02-04T12:00:00Z")]
    [InlineData("2017-02-04t12:00:00z", "2017-02-04T12:00:00Z")]
    [InlineData("2017-02-04T12:00", "2017-02-04T12:00:00Z")]
    [InlineData("2017-02-04T12:00:00", "2017-02-04T12:00:00Z")]
    [InlineData("2017-02-04T12:00:00.5", "2017-02-04T12:00:00.5Z")]
    [InlineData("2017-02-04T12:00:00.123456789Z", "2017-02-04T12:00:00.1234567Z")]
    [InlineData("2017-02-04T12:00:00+02:00", "2017-02-04T10:00:00Z")]
    [InlineData("2017-02-04T12:00:00 02:00", "2017-02-04T10:00:00Z")]
    [InlineData("2017-02-04T12:00:00-0530", "2017-02-04T17:30:00Z")]
    [InlineData("2017-02-04T12:00:00+02", "2017-02-04T10:00:00Z")]
    public void Reads_days_and_instants(string text, string moment)
    {
        Assert.True(Moments.TryParse(text, out var read));
        Assert.Equal(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture), read);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("yesterday")]
    [InlineData("2017")]
    [InlineData("2017-02")]
    [InlineData("2017-02-30")]
    [InlineData("2017-2-4")]
    [InlineData("20170204")]
    [InlineData("02/04/2017")]
    [InlineData("2017-02-04 12:00:00")]
    [InlineData("2017-02-04T")]
    [InlineData("2017-02-04T25:00:00Z")]
    [InlineData("2017-02-04T12:60:00Z")]
    [InlineData("2017-02-04T12:00:00+99:00")]
    [InlineData("2017-02-04T12:00:00Z ")]
    [InlineData("2017-02-04T12:00:00Z\n")]
    [InlineData("0001-01-01T00:00:00+01:00")]
    [InlineData("٢٠١٧-٠٢-٠٤")]
    [InlineData("1486209600")]
    public void Rejects_what_is_neither(string text) => Assert.False(Moments.TryParse(text, out _));
}
