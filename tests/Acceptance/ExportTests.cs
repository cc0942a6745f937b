using System.Diagnostics;
using System.Text.Json.Nodes;
using Acceptance.App;
using OneMachine;

namespace Acceptance;

/// <summary>What is exported states what the API does.</summary>
[Collection(typeof(OneDatedLedger))]
public sealed class ExportTests(SampleLedger ledger, DatedLedger dated)
{
    private static readonly string[] Tables = ["weeks", "declines", "listings", "issued", "jurisdictions", "corrections"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("")]
    [InlineData("?asOf=2017-02-01")]
    public async Task The_package_holds_to_the_rules_of_the_Frictionless_specification(string query)
    {
        using var package = await DataPackage.Unpack(ledger.App, $"/api/export/datapackage.zip{query}");
        var start = new ProcessStartInfo("node", [Path.Combine(Repository.Root, "eng", "datapackage", "validate.mjs"), package.Folder])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        using var validation = Process.Start(start)!;
        var complaints = validation.StandardError.ReadToEndAsync(Cancellation);
        var read = await validation.StandardOutput.ReadToEndAsync(Cancellation);
        await validation.WaitForExitAsync(Cancellation);

        Assert.True(validation.ExitCode == 0, await complaints);
        Assert.Equal(Tables.Select(table => $"{table}: {package.Rows(table).Count} rows"), read.Trim().Split('\n'));
    }

    [Fact]
    public async Task Unpacked_it_gives_the_weeks_back()
    {
        using var package = await DataPackage.Unpack(ledger.App);
        var weeks = await ledger.App.ReadPages("/api/weeks", "weeks", 100);

        AreSame(weeks.Reverse(), package.Rows("weeks").Select(row => row.Where(cell => !IsOfTheSource(cell.Key))));
        foreach (var row in package.Rows("weeks"))
            AreSame([await ledger.App.Read($"/api/weeks/{row["week"]}")], [row.Where(cell => IsOfTheSource(cell.Key))]);
    }

    [Theory]
    [InlineData("declines", "declines")]
    [InlineData("listings", "listings")]
    [InlineData("issued", "highestVolume")]
    public async Task Unpacked_it_gives_the_rows_of_every_report_back(string table, string section)
    {
        using var package = await DataPackage.Unpack(ledger.App);
        var rows = package.Rows(table).GroupBy(row => row["week"]!.GetValue<string>()).ToList();

        Assert.Equal(Samples.Weeks, rows.Select(week => week.Key));
        foreach (var week in rows)
        {
            AreSame(
                (await ledger.App.Read($"/api/weeks/{week.Key}/report")).Rows(section),
                week.Select(row => row.Where(cell => cell.Key is not ("week" or "revision" or "position" or "questions"))));
            Assert.Equal(Enumerable.Range(1, week.Count()), week.Select(row => row["position"]!.GetValue<int>()));
            Assert.All(week, row => Assert.Equal(1, row["revision"]!.GetValue<int>()));
            Assert.All(week, row => Assert.True(row["questions"] is null or JsonArray { Count: 0 }, $"{row["questions"]}"));
        }
    }

    [Fact]
    public async Task Unpacked_it_gives_the_corrections_back()
    {
        using var package = await DataPackage.Unpack(ledger.App);

        AreSame((await ledger.App.ReadPages("/api/corrections", "corrections", 100)).Reverse(), package.Rows("corrections"));
    }

    [Fact]
    public async Task Unpacked_it_names_every_jurisdiction_once()
    {
        using var package = await DataPackage.Unpack(ledger.App);
        var named = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var corrections = await ledger.App.ReadPages("/api/corrections", "corrections", 100);
        foreach (var place in corrections.Select(correction => correction.At("jurisdiction")))
            named[place.Text("id")!] = place!.ToJsonString();
        foreach (var week in Samples.Weeks)
        {
            var report = await ledger.App.Read($"/api/weeks/{week}/report");
            var rows = new[] { "highestVolume", "declines", "listings" }.SelectMany(section => report.Rows(section));
            foreach (var place in rows.Select(row => row.At("jurisdiction")))
                if (place.Text("id") is { } id) named[id] = place!.ToJsonString();
        }

        AreSame(named.Values.Select(place => JsonNode.Parse(place)!), package.Rows("jurisdictions"));
    }

    [Fact]
    public async Task Each_table_alone_is_the_one_in_the_package()
    {
        using var package = await DataPackage.Unpack(ledger.App);
        foreach (var table in Tables) Assert.Equal(package.Text($"{table}.csv"), await ledger.App.ReadText($"/api/export/{table}.csv"));
    }

    [Theory]
    [InlineData("2017-02-05", 0, 0, 0)]
    [InlineData("2017-02-20", 2, 253, 0)]
    [InlineData("2017-03-15", 2, 253, 0)]
    [InlineData("2017-04-01", 2, 253, 8)]
    public async Task Returns_what_was_known_at_the_time(string asOf, int weeks, int declines, int corrections)
    {
        using var package = await DataPackage.Unpack(dated.App, $"/api/export/datapackage.zip?asOf={asOf}");

        Assert.Equal(
            (weeks, declines, corrections),
            (package.Rows("weeks").Count, package.Rows("declines").Count, package.Rows("corrections").Count));
        AreSame(
            (await dated.App.Read($"/api/weeks?asOf={asOf}")).Rows("weeks").Reverse(),
            package.Rows("weeks").Select(row => row.Where(cell => !IsOfTheSource(cell.Key))));
        Assert.Equal(package.Text("weeks.csv"), await dated.App.ReadText($"/api/export/weeks.csv?asOf={asOf}"));
    }

    [Fact]
    public async Task The_page_to_read_first_explains_every_field_and_how_to_cite()
    {
        using var package = await DataPackage.Unpack(ledger.App);
        var page = package.Text("README.md");

        Assert.Contains("3 of the weeks from 2017-01-28 to 2017-02-11", page, StringComparison.Ordinal);
        Assert.Contains("## How to cite", page, StringComparison.Ordinal);
        Assert.Contains("## Licence", page, StringComparison.Ordinal);
        foreach (var field in Tables.SelectMany(table => package.Resource(table).Rows("schema.fields")))
            Assert.Contains($"| `{field.Text("name")}` | {field.Text("type")} | ", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_facts_are_the_same_bytes_and_a_new_fact_is_another_tag()
    {
        using var one = await ledger.App.Get("/api/export/datapackage.zip");
        using var other = await ledger.App.Get("/api/export/datapackage.zip");
        using var then = await dated.App.Get("/api/export/datapackage.zip?asOf=2017-02-20");
        using var later = await dated.App.Get("/api/export/datapackage.zip?asOf=2017-03-15");

        Assert.Equal(await one.Content.ReadAsByteArrayAsync(Cancellation), await other.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.NotEqual(then.Headers.ETag, later.Headers.ETag);
        Assert.Equal("attachment; filename=datapackage.zip", one.Content.Headers.ContentDisposition?.ToString());
    }

    [Fact]
    public async Task A_table_that_there_is_not_is_404() => Assert.Equal(
        "export-not-found", (await ledger.App.ReadProblem("/api/export/digests.csv", System.Net.HttpStatusCode.NotFound)).Text("code"));

    // What a list of weeks leaves to the weekly summary.
    private static bool IsOfTheSource(string field) => field.StartsWith("source.", StringComparison.Ordinal);

    private static void AreSame(IEnumerable<JsonNode> facts, IEnumerable<IEnumerable<KeyValuePair<string, JsonNode?>>> rows)
    {
        var (expected, read) = (facts.ToList(), rows.ToList());
        Assert.Equal(expected.Count, read.Count);
        foreach (var (fact, row) in expected.Zip(read))
            foreach (var (name, cell) in row) Assert.Equal(fact.At(name)?.ToJsonString(), cell?.ToJsonString());
    }
}
