using System.Text.Json.Nodes;
using Acceptance.App;
using Browser.Visits;

namespace Browser;

/// <summary>Every number of the pages that aren't about one week or place is that of the JSON to which the page links.</summary>
public sealed class ListNumbersTests(Site site)
{
    [Fact]
    public async Task The_jurisdictions_of_a_week()
    {
        await using var reader = await site.Reader(javaScript: false);
        var json = await site.Open(reader, "/weeks/2017-02-11/jurisdictions");
        Assert.Equal(
            json.Rows("jurisdictions").Select(row => (string[])
                [row.Text("jurisdiction.id")!, PageData.Shown(row.Number("declined")), PageData.Shown(row.Number("issued"))]),
            (await reader.Table()).Select(row => (string[])[row[0], row[3], row[4]]));
        var all = await site.App.ReadPages("/api/weeks/2017-02-11/jurisdictions", "jurisdictions", 100);
        Assert.StartsWith($"{all.Count} jurisdictions", await reader.Text(".standfirst"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_comparison()
    {
        await using var reader = await site.Reader(javaScript: false);
        var json = await site.Open(reader, "/weeks/2017-01-28/compare/2017-02-11");
        Assert.Equal(
            ((string[])["detainersIssued", "detainersDeclined", "jurisdictionsListed"]).Select(total => (string[])
                [$"{json.Number($"a.{total}")}", $"{json.Number($"b.{total}")}", PageData.Difference(json.Number($"change.{total}")!.Value)]),
            (await reader.Table("section[aria-labelledby=totals] table")).Select(row => row[1..]));
        Assert.Equal(
            json.Rows("declinedByJurisdiction").Select(row => (string[])
                [row.Text("jurisdiction.id")!, $"{row.Number("a")}", $"{row.Number("b")}", PageData.Difference(row.Number("b")!.Value - row.Number("a")!.Value)]),
            await reader.Table("section[aria-labelledby=declines] table"));
        var (added, removed) = (json.Rows("listings.added").Count, json.Rows("listings.removed").Count);
        Assert.Equal(
            [$"{added} jurisdictions added", $"{removed} jurisdictions no longer listed"], await reader.Texts(".changes h3"));
        Assert.Equal((added, removed), ((await reader.Texts("ul.places ins")).Length, (await reader.Texts("ul.places del")).Length));
    }

    [Fact]
    public async Task Corrections()
    {
        await using var reader = await site.Reader(javaScript: false);
        var json = await site.Open(reader, "/corrections");
        Assert.Equal(json.Rows("corrections").Select(Sentence), (await reader.Texts("main ul.remarks li")).Select(text => text.Split(": ", 2)[1].Split(" (")[0]));
        Assert.Equal(
            json.Rows("corrections").Select(row => row.Text("id")),
            await reader.Page.EvaluateFunctionAsync<string[]>("() => [...document.querySelectorAll('main ul.remarks li')].map(row => row.id)"));
    }

    [Fact]
    public async Task Search()
    {
        await using var reader = await site.Reader(javaScript: false);
        var places = await site.Open(reader, "/search?q=travis");
        var agencies = await site.Open(reader, "/search?q=travis", which: 1);
        Assert.Equal(
            [PageData.Of(places.Rows("places").Count, "place", "places"), PageData.Of(agencies.Rows("agencies").Count, "jail or other agency", "jails and other agencies")],
            await reader.Texts("main section h2"));
        Assert.Equal(
            agencies.Rows("agencies").Select(row =>
                $"{PageData.Of(row.Number("declined")!.Value, "detainer declined", "detainers declined")} in {PageData.Of(row.Number("weeks")!.Value, "week", "weeks")}"),
            await reader.Texts("section[aria-labelledby=agencies-found] .quiet"));
        await using var other = await site.Reader(javaScript: false);
        var removed = (await site.Open(other, "/search?q=nassau%20county,%20new%20york")).Rows("places")[0];
        Assert.Equal(
            $"not listed in the latest report; named in {PageData.Of(removed.Number("weeksNamed")!.Value, "report", "reports")}",
            await other.Text("ul.results .quiet"));
    }

    [Fact]
    public async Task Digests()
    {
        await using var reader = await site.Reader(javaScript: false);
        var list = await site.Open(reader, "/digests");
        Assert.Equal(list.Rows("digests").Select(digest => digest.Text("headline")), await reader.Texts("ol.digests h2"));
        var json = await site.Open(reader, "/digests/2017-02-04");
        Assert.Equal(json.Text("headline"), await reader.Text("h1"));
        var sentences = json.Rows("sentences");
        Assert.Equal(sentences.Select(sentence => OneLine(sentence.Text("text")!)), (await reader.Texts("article.digest > p:not(.note)")).Select(OneLine));
        Assert.Equal(
            sentences.SelectMany(sentence => sentence.Rows("facts")).Count(),
            (await reader.Texts("article.digest > p a.fact")).Length);
    }

    [Fact]
    public async Task An_agency()
    {
        await using var reader = await site.Reader(javaScript: false);
        var json = await site.Open(reader, "/agencies/tx-travis-county-jail");
        Assert.StartsWith(
            $"{json.Number("agency.declined")} detainers declined in {json.Number("agency.weeks")} weekly reports", await reader.Text(".standfirst"), StringComparison.Ordinal);
        var rows = json.Rows("declines");
        Assert.Equal(rows.Count, (await reader.Texts("main tbody tr")).Length);
        Assert.Equal(
            rows.Select(row => $"page {row.Number("source.page")}, row {row.Number("source.row")}"), await reader.Texts("main tbody a.source"));
        Assert.Equal(rows.Select(row => row.Text("agency")), await reader.Texts("main tbody th"));
    }

    [Fact]
    public async Task Arrivals()
    {
        await using var reader = await site.Reader(javaScript: false);
        var files = (await site.Open(reader, "/arrivals")).Rows("reports");
        Assert.Equal(files.Select(file => file.Text("name")), await reader.Texts("ol.arrivals h2"));
        Assert.Equal(
            files.Select(file => $"{Math.Max(1, file.Number("bytes")!.Value / 1024)} KiB"),
            (await reader.Texts("ol.arrivals .quiet")).Select(text => text.Split(" · ")[^2]));
        Assert.Equal(
            files.Where(file => file.Number("revision") is not null).Select(file => $"Published as revision {file.Number("revision")}."),
            (await reader.Texts("ol.arrivals li > p:first-of-type")).Where(text => text.Contains("revision", StringComparison.Ordinal))
                .Select(text => text.Split(" The ")[0]));
        Assert.Equal(
            files.Select(file => file.Rows("checks").Count).Where(count => count > 0).Select(count => $"{PageData.Of(count, "question", "questions")} about this file"),
            await reader.Texts("ol.arrivals summary"));
    }

    [Fact]
    public async Task Revisions()
    {
        await using var reader = await site.Reader(javaScript: false);
        var json = await site.Open(reader, "/weeks/2017-02-04/revisions");
        var week = await site.App.Read("/api/weeks/2017-02-04");
        var revision = Assert.Single(json.Rows("revisions"));
        Assert.Equal($"Revision {revision.Number("revision")}, in force", await reader.Text("main section h2"));
        Assert.Contains(
            $"{week.Number("detainersIssued"):N0} detainers issued, {week.Number("detainersDeclined")} detainers declined, {week.Number("jurisdictionsListed")} jurisdictions listed",
            await reader.Text("main dl.facts"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_states_side_by_side()
    {
        await using var reader = await site.Reader(javaScript: false);
        var json = await site.Open(reader, "/states");
        var latest = json.Rows("states").Where(row => row.Text("week") == Samples.ThirdWeek).ToDictionary(row => row.Text("state")!);
        Assert.All(await reader.Table(), row => Assert.Equal(
            [PageData.Shown(latest[row[0]].Number("listed")), PageData.Shown(latest[row[0]].Number("declined")), PageData.Shown(latest[row[0]].Number("issued"))],
            row[2..]));
        var weeks = await site.App.ReadPages("/api/states", "states", 1000);
        Assert.All(await reader.Table("table.matrix"), row => Assert.Equal(
            weeks.Where(week => week.Text("state") == row[0]).OrderBy(week => week.Text("week"), StringComparer.Ordinal).Select(week => $"{week.Number("declined")}"),
            row[1..]));
    }

    private static string Sentence(JsonNode row)
    {
        var (one, many) = row.Text("section") switch
        {
            "issued" => ("detainer issued", "detainers issued"),
            "declined" => ("detainer declined", "detainers declined"),
            _ => ("listing", "listings"),
        };
        return $"{Name(row)}: reported as {PageData.Of(row.Number("was")!.Value, one, many)}, corrected to {PageData.Of(row.Number("is")!.Value, one, many)}";
    }

    private static string Name(JsonNode row) => row.Text("jurisdiction.state") switch
    {
        "IA" => $"{row.Text("jurisdiction.name")}, Iowa",
        "NY" => $"{row.Text("jurisdiction.name")}, New York",
        "PA" => $"{row.Text("jurisdiction.name")}, Pennsylvania",
        "TX" => $"{row.Text("jurisdiction.name")}, Texas",
        "NC" => $"{row.Text("jurisdiction.name")}, North Carolina",
        var other => throw new InvalidOperationException($"No correction of the samples is about {other}."),
    };

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
