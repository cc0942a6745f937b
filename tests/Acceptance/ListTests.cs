using System.Text.Json.Nodes;
using Acceptance.App;

namespace Acceptance;

/// <summary>What all lists have in common: pages and CSV.</summary>
public sealed class ListTests(SampleLedger ledger)
{
    [Theory]
    [InlineData("/api/reports", "reports", 1)]
    [InlineData("/api/reports", "reports", 3)]
    [InlineData("/api/weeks", "weeks", 1)]
    [InlineData("/api/weeks", "weeks", 3)]
    [InlineData("/api/weeks/2017-01-28/declines", "declines", 50)]
    [InlineData("/api/weeks/2017-01-28/declines", "declines", 103)]
    [InlineData("/api/weeks/2017-01-28/declines?state=TX", "declines", 40)]
    [InlineData("/api/weeks/2017-01-28/declines?jurisdiction=tx-travis-county", "declines", 71)]
    [InlineData("/api/weeks/latest/listings", "listings", 40)]
    [InlineData("/api/weeks/2017-02-04/listings?state=NY", "listings", 2)]
    [InlineData("/api/jurisdictions/tx-travis-county/history", "weeks", 1)]
    [InlineData("/api/jurisdictions/tx-travis-county/history", "weeks", 2)]
    [InlineData("/api/jurisdictions", "jurisdictions", 7)]
    [InlineData("/api/jurisdictions?state=CA&listed=true", "jurisdictions", 10)]
    [InlineData("/api/jurisdictions?q=county&kind=county", "jurisdictions", 50)]
    [InlineData("/api/jurisdictions/tx-travis-county", "weeks", 2)]
    [InlineData("/api/weeks/2017-02-04/revisions", "revisions", 1)]
    [InlineData("/api/corrections", "corrections", 3)]
    [InlineData("/api/corrections", "corrections", 8)]
    [InlineData("/api/digests", "digests", 2)]
    [InlineData("/api/weeks/2017-02-04/jurisdictions", "jurisdictions", 60)]
    [InlineData("/api/jurisdictions/tx-travis-county/changes", "changes", 1)]
    [InlineData("/api/places?q=washington", "places", 11)]
    [InlineData("/api/states?from=2017-02-04", "states", 50)]
    [InlineData("/api/agencies", "agencies", 20)]
    [InlineData("/api/agencies/tx-travis-county-jail", "declines", 64)]
    [InlineData("/api/moments", "moments", 1)]
    public async Task The_pages_one_after_the_other_are_the_whole(string path, string list, int limit)
    {
        var separator = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        var whole = await ledger.App.Read($"{path}{separator}limit=1000");
        Assert.Null(whole.At("next"));

        var pages = await ledger.App.ReadPages(path, list, limit);

        Assert.True(pages.Count >= limit);
        Assert.Equal(whole.Rows(list).Select(row => row.ToJsonString()), pages.Select(row => row.ToJsonString()));
    }

    [Fact]
    public async Task A_page_has_100_rows_unless_it_is_asked_for_otherwise()
    {
        var page = await ledger.App.Read("/api/weeks/2017-01-28/declines");

        Assert.Equal(100, page.Rows("declines").Count);
        Assert.NotNull(page.Text("next"));
    }

    [Fact]
    public async Task A_cursor_of_one_list_is_not_valid_for_another()
    {
        var next = Uri.EscapeDataString((await ledger.App.Read("/api/weeks/2017-01-28/declines")).Text("next")!);

        foreach (var path in new[] { "weeks/2017-01-28/listings", "weeks/2017-02-04/declines", "weeks", "reports" })
            await ledger.App.ReadProblem($"/api/{path}?cursor={next}", System.Net.HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("/api/reports", "reports", "id")]
    [InlineData("/api/weeks", "weeks", "week")]
    [InlineData("/api/weeks/2017-01-28/declines", "declines", "jurisdiction.name")]
    [InlineData("/api/weeks/2017-02-04/listings", "listings", "jurisdiction.name")]
    [InlineData("/api/jurisdictions/tx-travis-county/history", "weeks", "week")]
    [InlineData("/api/jurisdictions/tx-travis-county", "weeks", "week")]
    [InlineData("/api/jurisdictions", "jurisdictions", "id")]
    [InlineData("/api/jurisdictions?state=CA", "jurisdictions", "name")]
    [InlineData("/api/states/TX", "weeks", "week")]
    [InlineData("/api/weeks/2017-02-04/revisions", "revisions", "reportId")]
    [InlineData("/api/corrections", "corrections", "id")]
    [InlineData("/api/digests", "digests", "headline")]
    [InlineData("/api/weeks/2017-02-04/jurisdictions", "jurisdictions", "jurisdiction.id")]
    [InlineData("/api/jurisdictions/tx-travis-county/changes", "changes", "day")]
    [InlineData("/api/places?state=TX", "places", "fips")]
    [InlineData("/api/states", "states", "state")]
    [InlineData("/api/agencies", "agencies", "name")]
    [InlineData("/api/agencies/tx-travis-county-jail", "declines", "citizenship")]
    [InlineData("/api/moments", "moments", "day")]
    public async Task Every_list_is_to_be_had_as_CSV(string path, string list, string column)
    {
        var whole = $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}limit=1000";
        var rows = (await ledger.App.Read(whole)).Rows(list);

        var asked = await ledger.App.ReadText($"{whole}&format=csv");
        var accepted = await ledger.App.ReadText(whole, "Accept: text/csv");

        Assert.Equal(asked, accepted);
        var records = Csv.Parse(asked);
        var position = records[0].ToList().IndexOf(column);
        Assert.True(position >= 0, $"No column {column} among {string.Join(',', records[0])}");
        Assert.Equal(rows.Select(row => row.Text(column)), records.Skip(1).Select(record => record[position]));
        Assert.All(records, record => Assert.Equal(records[0].Count, record.Count));
    }

    [Fact]
    public async Task CSV_says_its_type_and_where_the_next_page_is()
    {
        using var answer = await ledger.App.Get("/api/weeks/2017-01-28/declines?format=csv&limit=150");

        Assert.Equal("text/csv", answer.Content.Headers.ContentType?.MediaType);
        var link = Assert.Single(answer.Headers.GetValues("Link"));
        Assert.EndsWith("rel=\"next\"", link, StringComparison.Ordinal);
        var rest = Csv.Parse(await ledger.App.ReadText(link[1..link.IndexOf('>', StringComparison.Ordinal)]));
        Assert.Equal(56, rest.Count - 1);
    }

    [Fact]
    public async Task CSV_states_what_JSON_does()
    {
        var row = (await ledger.App.Read("/api/weeks/2017-02-04/declines?limit=1")).Rows("declines")[0];

        var records = Csv.Parse(await ledger.App.ReadText("/api/weeks/2017-02-04/declines?limit=1&format=csv"));

        foreach (var (name, value) in records[0].Zip(records[1]))
            Assert.Equal(row.At(name) is JsonValue cell ? cell.ToString() : "", value);
    }
}
