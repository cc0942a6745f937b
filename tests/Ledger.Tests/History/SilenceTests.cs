using DetainerLedger.History;
using DetainerLedger.Reports;

namespace DetainerLedger.Tests.History;

public sealed class SilenceTests
{
    private static readonly DateTimeOffset Published = new(2017, 3, 20, 13, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(13, false)]
    [InlineData(14, true)]
    [InlineData(400, true)]
    public void Begins_two_weeks_after_the_last_publication(int days, bool isSilent) =>
        Assert.Equal(isSilent ? Published : null, Ledger(Published).SilentSince(Published.AddDays(days)));

    [Fact]
    public void A_report_of_an_old_week_ends_it_too() =>
        Assert.Null(Ledger(Published, Published.AddDays(10)).SilentSince(Published.AddDays(20)));

    [Fact]
    public void An_empty_ledger_waits_for_its_first_report() => Assert.Null(Ledger().SilentSince(Published));

    // The newest week first.
    private static LedgerView Ledger(params DateTimeOffset[] publications) =>
        new LedgerIndex(publications.Select((moment, i) => Week(new DateOnly(2017, 3, 11).AddDays(-7 * i), moment)), [], "").Now;

    private static Revision[] Week(DateOnly start, DateTimeOffset published) =>
        [new(new ReportingWeek(start, start.AddDays(6)), 1, published, null, "", new WeekTotals(0, 0, 0), new RevisionSource(default, "", "", null))];
}
