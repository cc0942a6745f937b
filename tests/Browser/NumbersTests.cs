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
        var json = await Open(reader, path);
        Assert.Equal(
            [json.Number("detainersIssued"), json.Number("detainersDeclined"), json.Number("jurisdictionsListed")],
            (await reader.Texts(".figure .number")).Select(Number));
        var (declined, issued) = (Counts(json.Rows("declinedByJurisdiction"), "declined"), Counts(json.Rows("highestVolume"), "issued"));
        var rows = await Rows(reader);
        Assert.Equal(declined, Column(rows, 2));
        Assert.Equal(issued, Column(rows, 3));
    }

    [Theory]
    [InlineData("tx-travis-county")]
    [InlineData("ca")]
    public async Task A_jurisdictions_weeks(string id)
    {
        await using var reader = await site.Reader(javaScript: false);
        var json = await Open(reader, $"/jurisdictions/{id}");
        Assert.Equal(
            json.Rows("weeks").Select(week => (string[])[Week(week), week.At("listed")!.GetValue<bool>() ? "listed" : "not listed",
                $"{week.Number("declined")}", $"{week.Number("issued")?.ToString() ?? "not reported"}"]),
            (await Rows(reader)).Select(row => (string[])[row[0], row[1].Split(" in ")[0], .. row[2..].Select(Plain)]));
    }

    [Fact]
    public async Task A_states_weeks()
    {
        await using var reader = await site.Reader(javaScript: false);
        var json = await Open(reader, "/states/CA");
        Assert.Equal(
            json.Rows("weeks").Select(week => (string[])[Week(week), $"{week.Number("listed")}", $"{week.Number("declined")}",
                $"{week.Number("issued")?.ToString() ?? "not reported"}"]),
            (await Rows(reader)).Select(row => (string[])[row[0], .. row[1..].Select(Plain)]));
    }

    [Fact]
    public async Task All_weeks()
    {
        await using var reader = await site.Reader(javaScript: false);
        var json = await Open(reader, "/weeks");
        Assert.Equal(
            json.Rows("weeks").Select(week => (string[])
                [Week(week), .. ((string[])["detainersIssued", "detainersDeclined", "jurisdictionsListed"]).Select(total => $"{week.Number(total)}")]),
            (await Rows(reader)).Select(row => (string[])[row[0], .. row[1..4].Select(Plain)]));
    }

    private async Task<JsonNode> Open(Reader reader, string path)
    {
        await reader.Visit(path);
        var address = await reader.Page.EvaluateExpressionAsync<string>(
            "document.querySelector('link[rel=alternate][type=\"application/json\"]').getAttribute('href')");
        return await site.App.Read(address);
    }

    // The rows of the first table: the address of the place or the day of the week, then each cell as the reader sees it.
    private static Task<string[][]> Rows(Reader reader) => reader.Page.EvaluateFunctionAsync<string[][]>(
        """
        () => [...document.querySelector('table.rows').querySelectorAll('tbody tr:not(.state):not(.gap)')].map(row => [
            row.cells[0].querySelector('a')?.getAttribute('href').split('/').at(-1) ?? row.cells[0].textContent.trim(),
            ...[...row.cells].slice(1).map(cell => cell.textContent.replace(/\s+/g, ' ').trim()),
        ])
        """);

    private static SortedDictionary<string, int> Column(string[][] rows, int column) =>
        new(
            rows.Where(row => row[column] is not ("" or "0" or "–")).ToDictionary(row => row[0], row => Number(row[column])!.Value),
            StringComparer.Ordinal);

    private static SortedDictionary<string, int> Counts(IEnumerable<JsonNode> rows, string count) => new(
        rows.GroupBy(row => row.Text("jurisdiction.id") ?? row.Text("jurisdiction.name")!)
            .ToDictionary(same => same.Key, same => same.Sum(row => row.Number(count)!.Value)),
        StringComparer.Ordinal);

    private static string Week(JsonNode week) => week.Text("week")!;

    private static string Plain(string number) => number.Replace(",", "", StringComparison.Ordinal);

    private static int? Number(string text) => text == "–" ? null : int.Parse(Plain(text), System.Globalization.CultureInfo.InvariantCulture);
}
