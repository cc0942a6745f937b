using System.Net;
using System.Text.Json.Nodes;
using Acceptance.App;

namespace Acceptance;

/// <summary>
/// Files that come in another order than the agency released them, release days that are added later, and a week that is
/// published again after it was corrected. A week for each test, in one ledger.
/// </summary>
public sealed class OrderOfEventsTests(TheApp app) : IClassFixture<TheApp>
{
    private const string Travis = "Travis County, Texas";
    private const string Denver = "Denver, Colorado";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_backfilled_first_edition_does_not_supersede_a_live_one_until_the_missing_day_is_added()
    {
        const string Week = "2017-03-04";
        var live = await app.Take("live.json", SmallReport.Of(Week, 101, [Travis], []));
        var first = await app.Take("first.json", SmallReport.Of(Week, 100, [Travis], []), "2017-03-13");

        Assert.Equal((true, false), (Flag(live, "inForce"), Flag(first, "inForce")));
        Assert.Contains(
            "Add the release day of revision 1",
            Assert.Single(first.Rows("checks"), check => check.Text("code") == "superseded-on-arrival").Text("message"), StringComparison.Ordinal);
        Assert.Equal((1, 101), await InForce(Week));
        Assert.Equal((2, 100), await InForce(Week, "2017-03-13"));
        var revisions = (await app.Read($"/api/weeks/{Week}/revisions")).Rows("revisions");
        Assert.Equal([(1, true), (2, false)], revisions.Select(row => (row.Number("revision")!.Value, Flag(row, "inForce")!.Value)));
        Assert.Equal((100, 101), (revisions[0].Number("changes.totals.detainersIssued.from"), revisions[0].Number("changes.totals.detainersIssued.to")));
        Assert.Contains((await app.Read($"/api/weeks/{Week}")).Rows("checks"), check => check.Text("code") == "superseded-on-arrival");

        var exported = await app.Get("/api/export/weeks.csv");
        using var added = await Put($"weeks/{Week}/revisions/1/released?releasedOn=2017-03-20");

        Assert.Equal(HttpStatusCode.OK, added.StatusCode);
        Assert.True(Flag(JsonNode.Parse(await added.Content.ReadAsStringAsync(Cancellation)), "inForce"));
        Assert.Equal((1, 101), await InForce(Week, "2017-03-20"));
        Assert.DoesNotContain((await app.Read($"/api/weeks/{Week}")).Rows("checks"), check => check.Text("code") == "superseded-on-arrival");

        // What is exported says the day, so that its tag is another.
        using var again = await app.Get("/api/export/weeks.csv", $"If-None-Match: {exported.Headers.ETag}");
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.NotEqual(exported.Headers.ETag, again.Headers.ETag);
        Assert.Contains("2017-03-20", await again.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Three_editions_in_the_wrong_order_are_in_force_in_the_order_of_their_release()
    {
        const string Week = "2017-03-11";
        await app.Take("second.json", SmallReport.Of(Week, 200, [Travis], []), "2017-03-27");
        await app.Take("third.json", SmallReport.Of(Week, 300, [Travis], []), "2017-04-03");
        await app.Take("first.json", SmallReport.Of(Week, 100, [Travis], []), "2017-03-20");

        Assert.Equal((3, 100), await InForce(Week, "2017-03-26"));
        Assert.Equal((1, 200), await InForce(Week, "2017-04-02"));
        Assert.Equal((2, 300), await InForce(Week, "2017-04-03"));
        Assert.Equal((2, 300), await InForce(Week));
        var pages = await app.ReadPages($"/api/weeks/{Week}/revisions", "revisions", 1);
        Assert.Equal([2, 1, 3], pages.Select(row => row.Number("revision")));
    }

    [Fact]
    public async Task A_week_that_is_published_again_without_the_corrected_rows_is_not_corrected_twice()
    {
        const string Week = "2017-03-18";
        await app.Take("reported.json", SmallReport.Of(Week, 100, [Travis, Travis, Denver], []), "2017-03-27");
        await app.Take("correction.json", SmallReport.Correction(Week, "2017-04-03", Travis, was: 2, becomes: 0));
        Assert.Equal(1, (await app.Read($"/api/weeks/{Week}")).Number("corrected.detainersDeclined"));

        await app.Take("republished.json", SmallReport.Of(Week, 100, [Denver], []), "2017-04-10");
        Assert.Equal(1, (await app.Read($"/api/weeks/{Week}")).Number("corrected.detainersDeclined"));

        await app.Take("partly.json", SmallReport.Of(Week, 100, [Travis, Denver], []), "2017-04-17");
        var summary = await app.Read($"/api/weeks/{Week}");
        Assert.Equal(1, summary.Number("corrected.detainersDeclined"));
        Assert.Single(summary.Rows("checks"), check => check.Text("code") == "correction-mismatch");
    }

    [Fact]
    public async Task A_second_listing_of_a_place_is_in_its_history()
    {
        const string Week = "2017-03-25";
        await app.Take("listed.json", SmallReport.Of(Week, 100, [], [(Denver, "Honors none"), (Denver, "Honors some")]), "2017-04-03");

        var week = (await app.Read($"/api/jurisdictions/co-denver/history?from={Week}&to={Week}")).At("weeks.0");

        Assert.Equal("Honors none", week.Text("listing.policy"));
        Assert.Equal(["Honors none", "Honors some"], week.Rows("listings").Select(listing => listing.Text("policy")));
    }

    [Fact]
    public async Task A_release_in_the_future_is_refused_in_the_metadata_of_a_blob_too()
    {
        var arrival = await app.Drop("future/tomorrow.json", SmallReport.Of("2017-04-01", 100, [Travis], []), "2999-01-01");

        Assert.Equal(("rejected", "invalid-released-on"), (arrival.Text("state"), arrival.Text("error.code")));
    }

    [Fact]
    public async Task A_release_day_is_refused_that_cannot_be_right()
    {
        const string Week = "2017-04-08";
        await app.Take("dated.json", SmallReport.Of(Week, 100, [Travis], []), "2017-04-17");
        var contract = await Contract.Read(app);
        var operation = Assert.Single(contract.Operations, each => each.Template.EndsWith("/released", StringComparison.Ordinal));

        foreach (var (path, status, code) in new[]
        {
            ($"{Week}/revisions/1/released?releasedOn=2017-04-18", HttpStatusCode.Conflict, "release-day-known"),
            ($"{Week}/revisions/1/released?releasedOn=2999-01-01", HttpStatusCode.BadRequest, "invalid-released-on"),
            ($"{Week}/revisions/1/released", HttpStatusCode.BadRequest, "invalid-released-on"),
            ($"{Week}/revisions/first/released?releasedOn=2017-04-17", HttpStatusCode.BadRequest, "invalid-revision"),
            ($"{Week}/revisions/9/released?releasedOn=2017-04-17", HttpStatusCode.NotFound, "revision-not-found"),
            ("never/revisions/1/released?releasedOn=2017-04-17", HttpStatusCode.BadRequest, "invalid-week"),
            ("1999-01-02/revisions/1/released?releasedOn=2017-04-17", HttpStatusCode.NotFound, "revision-not-found"),
        })
        {
            using var answer = await Put($"weeks/{path}");
            Assert.Equal(code, (await answer.Problem(status)).Text("code"));
            await operation.Holds(answer);
        }

        using var same = await Put($"weeks/{Week}/revisions/1/released?releasedOn=2017-04-17");
        Assert.Equal(HttpStatusCode.OK, same.StatusCode);
        await operation.Holds(same);
    }

    [Theory]
    [InlineData("released?releasedOn=2017-04-17")]
    [InlineData("reading")]
    [InlineData("questions")]
    [InlineData("questions/1/withdrawn")]
    public async Task What_changes_a_revision_needs_a_key_and_is_open_to_no_other_site(string operation)
    {
        using var answer = await app.Send("PUT", $"/api/weeks/latest/revisions/1/{operation}");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Null(answer.Header("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task A_file_that_the_current_reader_has_read_is_not_read_again()
    {
        const string Week = "2017-04-15";
        await app.Take("read.json", SmallReport.Of(Week, 100, [Travis], []), "2017-04-24");
        var operation = Assert.Single((await Contract.Read(app)).Operations, each => each.Template.EndsWith("/reading", StringComparison.Ordinal));

        using var answer = await Put($"weeks/{Week}/revisions/1/reading");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await operation.Holds(answer);
        Assert.Equal("current", JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancellation)).Text("outcome"));
        using var none = await Put($"weeks/{Week}/revisions/7/reading");
        Assert.Equal("revision-not-found", (await none.Problem(HttpStatusCode.NotFound)).Text("code"));
    }

    [Fact]
    public async Task A_questioned_row_shows_its_question_everywhere_until_it_is_withdrawn()
    {
        const string Week = "2017-04-22";
        await app.Take("questioned.json", SmallReport.Of(Week, 100, [Travis, Denver], [(Travis, "Honors none")]), "2017-05-01");
        var contract = await Contract.Read(app);
        var ask = Assert.Single(contract.Operations, each => each.Method == "PUT" && each.Template.EndsWith("/questions", StringComparison.Ordinal));
        var take = Assert.Single(contract.Operations, each => each.Template.EndsWith("/withdrawn", StringComparison.Ordinal));
        var before = await app.ReadText($"/api/weeks/{Week}/declines");
        using var exported = await app.Get("/api/export/declines.csv");
        const string Question = """{"section":"declined","row":1,"reason":"The page is torn.","dated":"2017-05-10"}""";

        using var asked = await Put($"weeks/{Week}/revisions/1/questions", Question);
        using var again = await Put($"weeks/{Week}/revisions/1/questions", Question);

        await ask.Holds(asked);
        Assert.Equal(await asked.Content.ReadAsStringAsync(Cancellation), await again.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal(["The page is torn.", ""], await Reasons("weeks/2017-04-22/declines", "declines"));
        Assert.Equal("The page is torn.", Assert.Single((await app.Read($"/api/weeks/{Week}")).Rows("questions")).Text("reason"));
        Assert.Single((await app.Read($"/api/weeks/{Week}/report")).Rows("questions"));
        var history = (await app.Read($"/api/jurisdictions/tx-travis-county/history?from={Week}&to={Week}")).Rows("weeks")[0];
        Assert.Single(history.Rows("declines")[0].Rows("questions"));
        using var exportedAgain = await app.Get("/api/export/declines.csv", $"If-None-Match: {exported.Headers.ETag}");
        Assert.Contains("\"[\"\"The page is torn.\"\"]\"", await exportedAgain.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal(["", ""], await Reasons("weeks/2017-04-22/declines?asOf=2017-05-09", "declines"));

        var id = JsonNode.Parse(await asked.Content.ReadAsStringAsync(Cancellation)).Text("id");
        using var withdrawn = await Put($"weeks/{Week}/revisions/1/questions/{id}/withdrawn", """{"reason":"It is right.","dated":"2017-05-12"}""");

        await take.Holds(withdrawn);
        Assert.Equal(before, await app.ReadText($"/api/weeks/{Week}/declines"));
        Assert.Equal(["The page is torn.", ""], await Reasons("weeks/2017-04-22/declines?asOf=2017-05-11", "declines"));
        var kept = Assert.Single((await app.Read($"/api/weeks/{Week}/revisions/1/questions")).Rows("questions"));
        Assert.Equal("It is right.", kept.Text("withdrawn.reason"));

        async Task<IEnumerable<string>> Reasons(string path, string list) =>
            (await app.Read($"/api/{path}")).Rows(list).Select(row => string.Join(' ', row.Rows("questions").Select(question => question.Text("reason"))));
    }

    [Fact]
    public async Task A_question_is_refused_that_is_about_no_row_or_has_no_reason()
    {
        const string Week = "2017-04-29";
        await app.Take("unquestioned.json", SmallReport.Of(Week, 100, [Travis], []), "2017-05-08");
        var operation = Assert.Single(
            (await Contract.Read(app)).Operations, each => each.Method == "PUT" && each.Template.EndsWith("/questions", StringComparison.Ordinal));

        foreach (var (path, body, status, code) in new[]
        {
            ($"{Week}/revisions/1", """{"section":"declined","row":2,"reason":"?"}""", HttpStatusCode.NotFound, "row-not-found"),
            ($"{Week}/revisions/2", """{"section":"declined","row":1,"reason":"?"}""", HttpStatusCode.NotFound, "revision-not-found"),
            ("1999-01-02/revisions/1", """{"section":"declined","row":1,"reason":"?"}""", HttpStatusCode.NotFound, "revision-not-found"),
            ($"{Week}/revisions/1", """{"section":"declined","row":1}""", HttpStatusCode.BadRequest, "invalid-reason"),
            ($"{Week}/revisions/1", "torn", HttpStatusCode.BadRequest, "invalid-body"),
        })
        {
            using var answer = await Put($"weeks/{path}/questions", body);
            Assert.Equal(code, (await answer.Problem(status)).Text("code"));
            await operation.Holds(answer);
        }
    }

    private async Task<HttpResponseMessage> Put(string path, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/{path}");
        request.Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        request.Headers.Add("x-functions-key", TheApp.Key);
        return await app.Http.SendAsync(request, Cancellation);
    }

    private Task<HttpResponseMessage> Put(string path) => app.Send("PUT", $"/api/{path}", $"x-functions-key: {TheApp.Key}");

    private async Task<(int? Revision, int? Issued)> InForce(string week, string? asOf = null)
    {
        var summary = await app.Read($"/api/weeks/{week}{(asOf is null ? "" : $"?asOf={asOf}")}");
        return (summary.Number("revision"), summary.Number("detainersIssued"));
    }

    private static bool? Flag(JsonNode? node, string name) => node.At(name)?.GetValue<bool>();
}
