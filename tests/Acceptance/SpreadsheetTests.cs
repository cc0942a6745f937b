using System.Text;
using Acceptance.App;
using OneMachine;

namespace Acceptance;

/// <summary>Reports that come as a workbook or as text are taken in as those that come as PDF.</summary>
public sealed class SpreadsheetTests(TheApp app) : IClassFixture<TheApp>
{
    [Fact]
    public async Task A_dropped_workbook_becomes_the_summary_of_its_week()
    {
        var arrival = await app.Drop(
            "2017/clerk.xlsx", await File.ReadAllBytesAsync(Path.Combine(Repository.Root, "tests", "workbooks", "ddor2017_02-04to02-10.libreoffice.xlsx"), TestContext.Current.CancellationToken));

        Assert.Equal(("published", "xlsx"), (arrival.Text("state"), arrival.Text("format")));
        var summary = await app.Read($"/api/weeks/{Samples.SecondWeek}");
        Assert.Equal((2825, 47, 150), (summary.Number("detainersIssued"), summary.Number("detainersDeclined"), summary.Number("jurisdictionsListed")));
        Assert.Equal("clerk.xlsx", summary.Text("source.name"));
        var declined = (await app.Read($"/api/weeks/{Samples.SecondWeek}/declines?limit=1000")).Rows("declines");
        Assert.Equal((47, 4, 1), (declined.Count, declined[0].Number("source.page"), declined[0].Number("source.row")));
    }

    [Fact]
    public async Task The_example_of_the_documentation_is_published_and_in_another_encoding_it_is_unchanged()
    {
        var example = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "examples", "week.csv"), TestContext.Current.CancellationToken);

        var first = await app.Take("example.csv", Encoding.UTF8.GetBytes(example));
        var again = await app.Take("no name at all", Encoding.Unicode.GetBytes("\uFEFF" + example.ReplaceLineEndings("\r\n")));

        Assert.Equal(("published", "csv", "2017-02-18"), (first.Text("state"), first.Text("format"), first.Text("week")));
        Assert.Equal(("unchanged", "csv", 1), (again.Text("state"), again.Text("format"), again.Number("revision")));
        var summary = await app.Read("/api/weeks/2017-02-18");
        Assert.Equal((2900, 2, 1), (summary.Number("detainersIssued"), summary.Number("detainersDeclined"), summary.Number("jurisdictionsListed")));
    }

    [Fact]
    public async Task A_csv_that_is_broken_is_rejected_with_its_line()
    {
        var arrival = await app.Take("broken.csv", "section,name,value,jurisdiction,count\nreport,week,2017-02-18,,\nissued,,,Kern County,65,California\n"u8.ToArray());

        Assert.Equal(("rejected", "damaged-file", 3), (arrival.Text("state"), arrival.Text("error.code"), arrival.Number("error.page")));
    }
}
