using DetainerLedger.Functions.Api.Corrections;
using DetainerLedger.History;
using DetainerLedger.Reports;

namespace DetainerLedger.Functions.Tests.Corrections;

public sealed class CorrectionListTests
{
    private static readonly ArrivalId Later = ArrivalId.Of("later.json", "\"0x2\"", Facts.Moment);

    private static readonly LedgerView View = new LedgerIndex(
        [],
        [Facts.Notice(Facts.Id, Facts.Week, Row(1), Row(2)), Facts.Notice(Later, Facts.Week.AddDays(1), Row(1))],
        "1").Now;

    [Fact]
    public void The_newest_notice_comes_first_and_its_corrections_in_its_order() =>
        Assert.Equal([$"{Later}-1", $"{Facts.Id}-1", $"{Facts.Id}-2"], CorrectionEntry.KnownIn(View).Select(correction => correction.Id));

    [Fact]
    public void A_page_continues_behind_the_correction_that_ended_the_page_before()
    {
        var all = CorrectionEntry.KnownIn(View).ToList();
        Assert.Equal(all, CorrectionPosition.Rest(all, null));
        Assert.Equal([all[2]], CorrectionPosition.Rest(all, new CorrectionPosition($"{Facts.Id}-1")));
        Assert.Empty(CorrectionPosition.Rest(all, new CorrectionPosition("unknown")));
    }

    private static Correction Row(int row) => Facts.Corrected with { Source = Facts.Source with { Row = row } };
}
