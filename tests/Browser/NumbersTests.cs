using System.Text.Json.Nodes;
using Acceptance.App;
using Browser.Visits;

namespace Browser;

/// <summary>Every number of a table or headline is that of the JSON to which the page links.</summary>
public sealed class NumbersTests(Site site)
{
    public static TheoryData<string> Weeks => ["/", "/weeks/2017-02-04", "/weeks/2017-01-28"];

    [Theory]
    [MemberData(nameof(Weeks))]
    public async Task A_weeks_totals_and_rows(string path)
    {
        await using var reader = await site.Reader(javaScript: false);
        var json = await site.Open(reader, path);
        Assert.Equal(
            [json.Number("detainersIssued"), json.Number("detainersDeclined"), json.Number("jurisdictionsListed")],
            (await reader.Texts(".figure .number")).Select(Number));
        var (declined, issued) = (Counts(json.Rows("declinedByJurisdiction"), "declined"), Counts(json.Rows("highestVolume"), "issued"));
        var rows = await reader.Table();
        Assert.Equal(declined, Column(rows, 2));
        Assert.Equal(issued, Column(rows, 3));
    }

    [Theory]
    [InlineData("tx-travis-county")]
    [InlineData("ca")]
    public async Task A_jurisdictions_weeks(string id)
    {
        await using var reader = await site.Reader(javaScript: false);
        var json = await site.Open(reader, $"/jurisdictions/{id}");
        Assert.Equal(
            json.Rows("weeks").Select(week => (string[])[Week(week), week.At("listed")!.GetValue<bool>() ? "listed" : "not listed",
                $"{week.Number("declined")}", $"{week.Number("issued")?.ToString() ?? "not reported"}"]),
            (await reader.Table()).Select(row => (string[])[row[0], row[1].Split(" in ")[0], .. row[2..].Select(cell => cell.Split("Questioned")[0])]));
    }

    [Fact]
    public async Task A_states_weeks()
    {
        await using var reader = await site.Reader(javaScript: false);
        var json = await site.Open(reader, "/states/CA");
        Assert.Equal(
            json.Rows("weeks").Select(week => (string[])[Week(week), $"{week.Number("listed")}", $"{week.Number("declined")}",
                $"{week.Number("issued")?.ToString() ?? "not reported"}"]),
            (await reader.Table()).Select(row => (string[])[row[0], .. row[1..]]));
    }

    [Fact]
    public async Task All_weeks()
    {
        await using var reader = await site.Reader(javaScript: false);
        var json = await site.Open(reader, "/weeks");
        Assert.Equal(
            json.Rows("weeks").Select(week => (string[])
                [Week(week), .. ((string[])["detainersIssued", "detainersDeclined", "jurisdictionsListed"]).Select(total => $"{week.Number(total)}")]),
            (await reader.Table()).Select(row => (string[])[row[0], .. row[1..4]]));
    }

    private static SortedDictionary<string, int> Column(string[][] rows, int column) =>
        new(
            rows.Where(row => row[column] is not ("" or "0" or "–")).ToDictionary(row => row[0], row => Number(row[column])!.Value),
            StringComparer.Ordinal);

    private static SortedDictionary<string, int> Counts(IEnumerable<JsonNode> rows, string count) => new(
        rows.GroupBy(row => row.Text("jurisdiction.id") ?? row.Text("jurisdiction.name")!)
            .ToDictionary(same => same.Key, same => same.Sum(row => row.Number(count)!.Value)),
        StringComparer.Ordinal);

    private static string Week(JsonNode week) => week.Text("week")!;

    private static int? Number(string text) => text == "–" ? null : int.Parse(PageData.Plain(text), System.Globalization.CultureInfo.InvariantCulture);
}
