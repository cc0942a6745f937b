using System.Text;
using System.Text.Json.Nodes;
using Acceptance.App;

namespace Acceptance;

public sealed class UnresolvedPlaceTests(TheApp app) : IClassFixture<TheApp>
{
    [Fact]
    public async Task A_row_without_a_state_is_kept_and_questioned_and_its_place_never_guessed()
    {
        await app.TakeSample(Samples.SecondWeek);
        var report = await app.Read($"/api/weeks/{Samples.SecondWeek}/report");
        var row = report.At("declines.0")!.AsObject();
        row["jurisdiction"] = new JsonObject
        {
            ["id"] = null,
            ["name"] = "Franklin County",
            ["state"] = null,
            ["kind"] = null,
            ["fips"] = null,
        };
        row["asPrinted"] = "Franklin County";

        var arrival = await app.Take("without-a-state.json", Encoding.UTF8.GetBytes(report.ToJsonString()));

        Assert.Equal(("published", 2), (arrival.Text("state"), arrival.Number("revision")));
        var week = await app.Read($"/api/weeks/{Samples.SecondWeek}");
        Assert.Equal(47, week.Number("detainersDeclined"));
        foreach (var questioned in new[] { arrival, week })
        {
            var check = questioned.Rows("checks").Single(check => check.Text("code") == "unresolved-jurisdiction");
            Assert.Empty(new[] { "code", "severity", "message", "source" }.Except(check.AsObject().Select(member => member.Key)));
            Assert.Equal("warning", check.Text("severity"));
            Assert.Equal(1, check.Number("source.row"));
        }
        var kept = (await app.Read($"/api/weeks/{Samples.SecondWeek}/declines")).At("declines.0");
        Assert.Null(kept.At("jurisdiction.id"));
        Assert.Null(kept.At("jurisdiction.state"));
        Assert.Equal("Franklin County", kept.Text("jurisdiction.name"));
    }
}
