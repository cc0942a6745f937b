using DetainerLedger.Reports;
using OneMachine;

namespace DetainerLedger.Tests.Parsing;

/// <summary>Files that this program's libraries did not write: <c>tests/workbooks/make</c> and the example of <c>docs/formats.md</c>.</summary>
public sealed class MadeByOthersTests
{
    [Fact]
    public void A_workbook_from_LibreOffice_is_read_to_its_last_fact()
    {
        var expected = Samples.Expected("ddor2017_02-04to02-10");

        var reading = Samples.ReadReport(File.ReadAllBytes(Path.Combine(Repository.Root, "tests", "workbooks", "ddor2017_02-04to02-10.libreoffice.xlsx")));
        var report = reading.Facts;

        Assert.Equal("hidden-sheet", Assert.Single(reading.Remarks).Code);
        Assert.Equal(new ReportingWeek(expected.Start, expected.End), report.Period);
        Assert.Equal(
            (expected.DetainersIssued, expected.DetainersDeclined, expected.HighestVolumeTotal),
            (report.DetainersIssued, report.DeclinedAsStated, report.HighestVolumeTotal));
        Assert.Equal(expected.Notices, report.Notices.Select(notice => notice.Text));
        Assert.Equal(expected.HighestVolume.Select(row => (row.Jurisdiction, row.Issued)), report.HighestVolume.Select(row => (row.AsPrinted, row.Issued)));
        Assert.Equal(
            expected.Declined.Select(row => $"{row.Jurisdiction}, {row.State}|{row.Lea}|{row.Citizenship}|{row.Issued:O}|{row.Declined:O}|{row.Reason}|{row.Activity.ToLowerInvariant()}"),
            report.Declines.Select(row =>
                $"{row.AsPrinted}|{row.Agency}|{row.Citizenship}|{row.Issued:O}|{row.Declined:O}|{row.Reason}|{row.Activity?.ToLowerInvariant()} ({row.Disposition})"));
        Assert.Equal(
            expected.Policies.Select(row => $"{row.Jurisdiction}|{row.Aor}|{row.Enacted}|{row.Policy}|{string.Join('/', row.Criteria)}"),
            report.Listings.Select(row => $"{row.AsPrinted}|{row.Aor}|{row.Enacted}|{row.Policy}|{string.Join('/', row.Criteria)}"));
        Assert.Equal((4, 1), (report.Declines[0].Source.Page, report.Declines[0].Source.Row));
    }

    [Fact]
    public void The_example_of_the_documentation_is_read_whole()
    {
        var reading = Samples.ReadReport(File.ReadAllBytes(Path.Combine(Repository.Root, "docs", "examples", "week.csv")));
        var report = reading.Facts;

        Assert.Empty(reading.Remarks);
        Assert.Equal(new ReportingWeek(new DateOnly(2017, 2, 18), new DateOnly(2017, 2, 24)), report.Period);
        Assert.Equal((2900, 2, 120), (report.DetainersIssued, report.DeclinedAsStated, report.HighestVolumeTotal));
        Assert.Equal([65, 55], report.HighestVolume.Select(row => row.Issued));
        Assert.Equal([new DateOnly(2017, 2, 19), new DateOnly(2017, 2, 20)], report.Declines.Select(row => row.Declined));
        Assert.Equal(["conviction", "charge"], report.Declines.Select(row => row.Disposition));
        Assert.Equal(["Only for felonies", "Only with a warrant"], Assert.Single(report.Listings).Criteria);
        Assert.Single(report.Notices);
    }
}
