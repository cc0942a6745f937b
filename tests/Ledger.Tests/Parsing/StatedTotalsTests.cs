using DetainerLedger.Parsing.Prose;

namespace DetainerLedger.Tests.Parsing;

public sealed class StatedTotalsTests
{
    [Theory]
    [InlineData("ICE issued 12,158 detainers this week. Of these 12,158 detainers, 8,208 were issued to the jurisdictions below.")]
    [InlineData("ICE issued 12,158 detainers. Of these, 8,208 went to the jurisdictions below.")]
    [InlineData("Nationwide, field offices lodged 12,158 detainers during the period; 8,208 of them were lodged with the jurisdictions below.")]
    [InlineData("Number of detainers issued in the period: 12,158. Number issued to the jurisdictions below: 8,208.")]
    [InlineData("In all, 12,158 detainers were sent to law enforcement agencies, 8,208 of which went to the jurisdictions in this table.")]
    [InlineData("Detainers issued nationwide: 12,158; detainers issued to the jurisdictions below: 8,208.")]
    public void The_totals_of_section_one_are_read_in_other_words(string text)
    {
        var totals = new StatedTotals();

        Assert.Null(totals.ReadIssued(text));
        Assert.Equal((12158, 8208), (totals.Issued, totals.HighestVolume));
    }

    [Theory]
    [InlineData("Number of declined detainers recorded in the period: 310.")]
    [InlineData("A total of 310 detainers were recorded as declined.")]
    [InlineData("In this period, jurisdictions declined 310 detainers.")]
    [InlineData("Declined detainers recorded: 310")]
    [InlineData("Of the detainers on record, 310 were declined in this period.")]
    public void The_total_of_section_two_is_read_in_other_words(string text)
    {
        var totals = new StatedTotals();

        Assert.Null(totals.ReadDeclined(text));
        Assert.Equal(310, totals.Declined);
    }

    [Theory]
    [InlineData("Number of jurisdictions with declined detainers: 12.")]
    [InlineData("Travis County declined 142 detainers.")]
    [InlineData("310 jurisdictions that declined detainers are listed.")]
    public void What_counts_something_else_is_no_total(string text)
    {
        var totals = new StatedTotals();

        Assert.Equal(text, totals.ReadDeclined(text));
        Assert.Null(totals.Declined);
    }
}
