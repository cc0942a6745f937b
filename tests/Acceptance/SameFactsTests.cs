using System.Text;
using Acceptance.App;

namespace Acceptance;

/// <summary>What says the same again changes nothing, whatever it looks like. Each test has a week of its own.</summary>
public sealed class SameFactsTests(TheApp app) : IClassFixture<TheApp>
{
    [Fact]
    public async Task What_goes_out_comes_back_in_and_is_unchanged()
    {
        await app.TakeSample(Samples.FirstWeek);
        var report = await app.ReadText($"/api/weeks/{Samples.FirstWeek}/report");

        var arrival = await app.Take("what-went-out.json", Encoding.UTF8.GetBytes(report));

        Assert.Equal("unchanged", arrival.Text("state"));
        Assert.Equal("json", arrival.Text("format"));
        Assert.Equal(Samples.FirstWeek, arrival.Text("week"));
        Assert.Equal(1, arrival.Number("revision"));
        Assert.Equal(report, await app.ReadText($"/api/weeks/{Samples.FirstWeek}/report"));
        Assert.Equal(Samples.ReportOf(Samples.FirstWeek), (await app.Read($"/api/weeks/{Samples.FirstWeek}")).Text("source.name"));
    }

    [Fact]
    public async Task The_same_bytes_under_another_name_are_another_arrival_and_unchanged()
    {
        var first = await app.TakeSample(Samples.SecondWeek);

        var again = await app.Take("another name.pdf", Samples.Bytes(Samples.ReportOf(Samples.SecondWeek)));

        Assert.Equal("published", first.Text("state"));
        Assert.Equal("unchanged", again.Text("state"));
        Assert.NotEqual(first.Text("id"), again.Text("id"));
        Assert.Equal(first.Text("sha256"), again.Text("sha256"));
        Assert.Equal(1, again.Number("revision"));
        Assert.Equal(1, (await app.Read($"/api/weeks/{Samples.SecondWeek}")).Number("revision"));
    }

    [Fact]
    public async Task A_blob_overwritten_with_another_edition_is_another_arrival_and_both_files_are_kept()
    {
        var original = Samples.Bytes(Samples.ReportOf(Samples.ThirdWeek));
        var first = await app.Drop("2017/weekly-report", original);
        var edition = await app.AnotherEdition(Samples.ThirdWeek, issued: 2869);

        var second = await app.Drop("2017/weekly-report", edition);

        Assert.Equal(("published", 1), (first.Text("state"), first.Number("revision")));
        Assert.Equal(("published", 2), (second.Text("state"), second.Number("revision")));
        var week = await app.Read($"/api/weeks/{Samples.ThirdWeek}");
        Assert.Equal((2, 2869), (week.Number("revision"), week.Number("detainersIssued")));
        Assert.Equal(second.Text("id"), week.Text("source.reportId"));
        Assert.Equal(original, await app.KeptFile(first));
        Assert.Equal(edition, await app.KeptFile(second));
    }

    [Fact]
    public async Task The_same_bytes_with_their_release_day_add_it_to_the_revision_that_came_without()
    {
        const string Week = "2016-12-31";
        var report = SmallReport.Of(Week, 10, ["Travis County, Texas"], []);
        await app.Take("without.json", report);
        await app.ReadProblem($"/api/weeks/{Week}?asOf=2017-02-01", System.Net.HttpStatusCode.NotFound);

        var again = await app.Take("with.json", report, "2017-01-09");

        Assert.Equal(("unchanged", 1), (again.Text("state"), again.Number("revision")));
        var week = await app.Read($"/api/weeks/{Week}?asOf=2017-02-01");
        Assert.Equal((1, "2017-01-09", "without.json"), (week.Number("revision"), week.Text("releasedOn"), week.Text("source.name")));
        Assert.Single((await app.Read($"/api/weeks/{Week}/revisions")).Rows("revisions"));
    }

    [Fact]
    public async Task The_same_corrections_are_added_once()
    {
        var first = await app.Take(Samples.Corrections, Samples.Bytes(Samples.Corrections));
        var again = await app.Take("again.json", Samples.Bytes(Samples.Corrections));

        Assert.Equal("published", first.Text("state"));
        Assert.Equal("unchanged", again.Text("state"));
        Assert.Equal(8, (await app.Read("/api/corrections")).Rows("corrections").Count);
    }
}
