using DetainerLedger.History;
using DetainerLedger.Places;
using DetainerLedger.Queries;
using DetainerLedger.Reports;
using DetainerLedger.Tests.Publishing;
using static DetainerLedger.Tests.History.MadeReports;

namespace DetainerLedger.Tests.History;

public sealed class CorrectionsInForceTests
{
    private static readonly DateOnly March1 = new(2017, 3, 1);
    private static readonly DateOnly March29 = new(2017, 3, 29);

    [Fact]
    public void A_correction_takes_the_rows_away_that_it_speaks_of()
    {
        var view = View(Week4(travis: 3, nassau: 2).Published(), Notice(March29, Declines(Travis, was: 3, becomes: 0)));

        Assert.Equal(2, Corrected(view));
        Assert.Empty(Mismatches(view));
    }

    [Fact]
    public void A_week_that_is_published_again_without_the_rows_is_not_corrected_twice()
    {
        var view = View(
            Week4(travis: 3, nassau: 2).Published(1), Week4(travis: 0, nassau: 2).Published(2), Notice(March29, Declines(Travis, was: 3, becomes: 0)));

        Assert.Equal(2, Corrected(view));
        Assert.Empty(Mismatches(view));
    }

    [Fact]
    public void Of_rows_that_are_partly_gone_those_are_taken_away_that_are_left_and_a_check_names_the_correction()
    {
        var view = View(Week4(travis: 1, nassau: 2).Published(), Notice(March29, Declines(Travis, was: 3, becomes: 0)));

        Assert.Equal(2, Corrected(view));
        var check = Assert.Single(Mismatches(view));
        Assert.Equal("Travis County, Texas: a correction changes the detainers declined from 3 to 0; this revision has 1.", check.Message);
        Assert.Equal(7, check.Source?.Row);
    }

    [Fact]
    public void A_correction_to_more_adds_rows() =>
        Assert.Equal(7, Corrected(View(Week4(travis: 3, nassau: 2).Published(), Notice(March29, Declines(Travis, was: 3, becomes: 5)))));

    [Fact]
    public void Of_two_corrections_of_one_count_the_later_notice_is_in_force_in_every_order_of_arrival()
    {
        var notices = new[]
        {
            Notice(March1, Declines(Travis, was: 4, becomes: 3)), Notice(March29, Declines(Travis, was: 3, becomes: 1)),
        };
        foreach (var travis in new[] { 4, 3, 1 })
            foreach (var order in Orders.Of(notices))
            {
                var view = View(Week4(travis, nassau: 2).Published(), [.. order]);

                Assert.Equal(3, Corrected(view));
                Assert.Empty(Mismatches(view));
            }
    }

    [Fact]
    public void A_correction_that_comes_before_its_week_waits_for_it()
    {
        var notice = Notice(March1, Declines(Travis, was: 3, becomes: 0));
        var empty = new LedgerIndex([], [notice], "").Now;
        Assert.Empty(empty.Weeks);

        Assert.Equal(2, Corrected(View(Week4(travis: 3, nassau: 2).Published(), notice)));
    }

    [Fact]
    public void As_of_a_day_before_the_notice_nothing_is_corrected()
    {
        var index = Index([Week4(travis: 3, nassau: 2).Published()], Notice(March29, Declines(Travis, was: 3, becomes: 0)));
        var report = Week4(travis: 3, nassau: 2);

        Assert.Null(Of(index.AsOf(At(March29.AddDays(-1)))).Correct(report));
        Assert.NotNull(Of(index.AsOf(At(March29))).Correct(report));
    }

    [Fact]
    public void A_row_of_Section_I_that_is_gone_agrees_with_a_correction_to_nothing_and_no_other()
    {
        Assert.Empty(Mismatches(View(Report().Published(), Notice(March29, Issued(Travis, was: 5, becomes: 0)))));
        Assert.Single(Mismatches(View(Report().Published(), Notice(March29, Issued(Travis, was: 5, becomes: 2)))));
        var printed = Report() with { HighestVolume = [MadeReports.Issued(Travis, 2)] };
        Assert.Empty(Mismatches(View(printed.Published(), Notice(March29, Issued(Travis, was: 5, becomes: 2)))));
    }

    [Fact]
    public void A_correction_of_Section_I_leaves_the_total_of_the_nation()
    {
        var report = Report() with { HighestVolume = [MadeReports.Issued(Travis, 5)] };

        var corrected = Of(View(report.Published(), Notice(March29, Issued(Travis, was: 5, becomes: 0)))).Correct(report);

        Assert.Equal(WeekTotals.Of(report), corrected);
    }

    [Fact]
    public void A_listing_that_is_gone_is_not_taken_away_twice()
    {
        var notice = Notice(March29, Correction(CorrectedSection.Listed, Travis, 1, 0));

        foreach (var report in new[] { Report(Listing(Travis), Listing(Nassau)), Report(Listing(Nassau)) })
            Assert.Equal(1, Of(View(report.Published(), notice)).Correct(report)!.JurisdictionsListed);
    }

    [Fact]
    public void Without_corrections_there_are_no_corrected_totals() => Assert.Null(Of(View(Report().Published())).Correct(Report()));

    private static WeeklyReport Week4(int travis, int nassau) => Report() with
    {
        Declines =
        [
            .. Enumerable.Range(1, travis).Select(row => Declined(Travis, row)),
            .. Enumerable.Range(travis + 1, nassau).Select(row => Declined(Nassau, row)),
        ],
    };

    // The report that is read back is the one in force.
    private static readonly Dictionary<ArrivalId, WeeklyReport> Reports = [];

    private static LedgerView View(PublishedReport report, params PublishedNotice[] notices) => Remember([report], notices);

    private static LedgerView View(PublishedReport first, PublishedReport second, PublishedNotice notice) => Remember([first, second], notice);

    private static LedgerView Remember(PublishedReport[] reports, params PublishedNotice[] notices)
    {
        lock (Reports)
        {
            foreach (var report in reports) Reports[report.Revision.Source.ReportId] = report.Report;
        }

        return Index(reports, notices).Now;
    }

    private static WeeklyReport InForce(LedgerView view)
    {
        lock (Reports) return Reports[view.Find(Week)!.Source.ReportId];
    }

    private static CorrectionsInForce Of(LedgerView view) => CorrectionsInForce.Of(view.Corrections(Week));

    // From the report's rows, and from its counts alone.
    private static int Corrected(LedgerView view)
    {
        var report = InForce(view);
        var corrected = Of(view).Correct(report)!;
        Assert.Equal(corrected, Of(view).Correct(WeekTotals.Of(report), ReportCounts.Of(report, view.Find(Week)!.Reading)));
        return corrected.DetainersDeclined;
    }

    private static List<Check> Mismatches(LedgerView view)
    {
        var summary = WeekSummaries.Of(view, new PublishedReport(view.Find(Week)!, InForce(view), []), null);
        return [.. summary.Checks.Where(check => check.Code == "correction-mismatch")];
    }

    private static DateTimeOffset At(DateOnly day) => new(day, TimeOnly.MaxValue, TimeSpan.Zero);

    private static Correction Declines(Jurisdiction place, int was, int becomes) => Correction(CorrectedSection.Declined, place, was, becomes);

    private static Correction Issued(Jurisdiction place, int was, int becomes) => Correction(CorrectedSection.Issued, place, was, becomes);

    private static Correction Correction(CorrectedSection section, Jurisdiction place, int was, int becomes) =>
        new(Week, section, place, place.Name, null, was, becomes, new SourceLocation(default, null, 7));

    private static PublishedNotice Notice(DateOnly dated, Correction correction) => new(
        ArrivalId.Of($"{dated:O}.json", "0x1", At(dated)), "notice.json", At(new DateOnly(2017, 5, 1)), $"{dated:O}", new CorrectionNotice("Correction", dated, null, [correction]));
}
