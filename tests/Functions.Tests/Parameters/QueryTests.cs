using DetainerLedger.Functions.Api.Parameters;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.Places;
using DetainerLedger.Reports;
using Microsoft.Extensions.Time.Testing;

namespace DetainerLedger.Functions.Tests.Parameters;

public sealed class QueryTests
{
    private static readonly FakeTimeProvider Clock = new(new DateTimeOffset(2017, 3, 1, 12, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData("", 100)]
    [InlineData("?limit=1", 1)]
    [InlineData("?limit=1000", 1000)]
    [InlineData("?limit=007", 7)]
    [InlineData("?LIMIT=5", 5)]
    public void Takes_a_limit_in_range(string query, int limit)
    {
        var asked = Asked(query);
        Assert.Equal(limit, asked.Page<DateOnly>("weeks", Days.TryParse).Limit);
        Assert.Null(asked.Problem);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1001")]
    [InlineData("99999999999999999999")]
    [InlineData("ten")]
    [InlineData("1.5")]
    [InlineData("%2B5")]
    [InlineData("")]
    public void Rejects_a_limit_out_of_range(string limit) =>
        Assert.Equal("invalid-limit", ProblemOf($"?limit={limit}", query => query.Page<DateOnly>("weeks", Days.TryParse)));

    [Theory]
    [InlineData("?asOf=", "invalid-as-of")]
    [InlineData("?asOf=soon", "invalid-as-of")]
    [InlineData("?asOf=2017-02-04&asOf=2017-02-04", "repeated-parameter")]
    public void Rejects_an_invalid_asOf(string query, string code) => Assert.Equal(code, ProblemOf(query, asked => asked.AsOf()));

    [Fact]
    public void A_plus_that_was_decoded_to_a_blank_is_put_back() =>
        Assert.Equal(new DateTimeOffset(2017, 2, 4, 10, 0, 0, TimeSpan.Zero), Asked("?asOf=2017-02-04T12:00:00+02:00").AsOf());

    [Fact]
    public void Unknown_parameters_are_ignored()
    {
        var query = Asked("?colour=red&colour=blue&limit=nonsense");
        Assert.Null(query.AsOf());
        Assert.Null(query.Problem);
    }

    [Theory]
    [InlineData("2017-02-04", "2017-02-04")]
    [InlineData("latest", null)]
    public void Reads_the_week_in_the_path(string text, string? week)
    {
        var query = Asked("");
        Assert.Equal(week, query.Week(text) is { } day ? ReportingWeek.Name(day) : null);
        Assert.Null(query.Problem);
    }

    [Theory]
    [InlineData("newest")]
    [InlineData("Latest")]
    [InlineData("2017-02-31")]
    [InlineData("2017-2-4")]
    [InlineData("2017-02-04T00:00:00Z")]
    public void Rejects_a_week_that_is_no_day(string text) => Assert.Equal("invalid-week", ProblemOf("", query => query.Week(text)));

    [Fact]
    public void Takes_states_that_there_are()
    {
        var register = new JurisdictionRegister();
        Assert.Equal("NY", Asked("?state=ny").State(register));
        Assert.Null(Asked("").State(register));
        Assert.Equal("invalid-state", ProblemOf("?state=ZZ", query => query.State(register)));
        Assert.Equal("invalid-state", ProblemOf("?state=", query => query.State(register)));
    }

    [Theory]
    [InlineData("?jurisdiction=tx-travis-county", "tx-travis-county")]
    [InlineData("?jurisdiction=48453", "tx-travis-county")]
    [InlineData("?jurisdiction=99999", null)]
    [InlineData("?jurisdiction=", null)]
    [InlineData("?jurisdiction=travis", null)]
    public void A_jurisdiction_that_nothing_can_have_the_name_of_is_not_found(string query, string? id)
    {
        var asked = Asked(query);
        Assert.Equal(id, asked.Jurisdiction(new JurisdictionRegister()));
        Assert.Equal(id is null ? "jurisdiction-not-found" : null, asked.Problem?.Code);
    }

    [Fact]
    public void A_range_begins_before_it_ends()
    {
        Assert.Equal((Facts.Week, Facts.Week), Asked("?from=2017-02-04&to=2017-02-04").Range());
        Assert.Equal("invalid-range", ProblemOf("?from=2017-02-05&to=2017-02-04", query => query.Range()));
        Assert.Equal("invalid-day", ProblemOf("?to=tomorrow", query => query.Range()));
    }

    [Theory]
    [InlineData("2017-02-13", true)]
    [InlineData("2017-03-02", true)]
    [InlineData("2017-03-03", false)]
    [InlineData("2017-02-13T00:00:00Z", false)]
    [InlineData("", false)]
    public void A_release_is_a_day_and_not_in_the_future(string day, bool right) =>
        Assert.Equal(right ? null : "invalid-released-on", ProblemOf($"?releasedOn={day}", query => query.ReleasedOn(Clock)));

    [Theory]
    [InlineData("?format=csv", null, ResponseFormat.Csv)]
    [InlineData("?format=json", "text/csv", ResponseFormat.Json)]
    [InlineData("", "text/csv", ResponseFormat.Csv)]
    [InlineData("", null, ResponseFormat.Json)]
    public void Format_wins_over_accept(string query, string? accept, ResponseFormat format)
    {
        var asked = new Query(accept is null ? Requests.Get($"/api/weeks{query}") : Requests.Get($"/api/weeks{query}", ("Accept", accept)));
        Assert.Equal(format, asked.Format(ResponseFormats.OfLists));
        Assert.Null(asked.Problem);
    }

    [Theory]
    [InlineData("?format=xml", "invalid-format")]
    [InlineData("?format=html", "invalid-format")]
    [InlineData("?format=", "invalid-format")]
    [InlineData("?format=csv&format=csv", "repeated-parameter")]
    public void Rejects_a_format_that_is_not_to_be_had(string query, string code) =>
        Assert.Equal(code, ProblemOf(query, asked => asked.Format(ResponseFormats.OfLists)));

    [Fact]
    public void Says_what_is_to_be_had_when_nothing_is_acceptable()
    {
        var query = new Query(Requests.Get("/api/weeks", ("Accept", "image/png")));
        query.Format(ResponseFormats.OfLists);
        Assert.Equal("not-acceptable", query.Problem?.Code);
        Assert.Contains("application/json, text/csv", query.Problem?.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_problem_is_the_one_that_is_reported() => Assert.Equal("invalid-as-of", ProblemOf("?asOf=x&limit=x&format=x", query =>
    {
        query.AsOf();
        query.Page<DateOnly>("weeks", Days.TryParse);
        return query.Format(ResponseFormats.OfLists);
    }));

    [Fact]
    public void A_cursor_continues_the_list_with_the_same_filters_whatever_the_limit()
    {
        var next = Page("?asOf=2017-03-01").Page.Next("2017-02-04");
        Assert.Equal(Facts.Week, Page($"?asOf=2017-03-01&limit=5&format=csv&cursor={next}").Page.After);
    }

    [Theory]
    [InlineData("?asOf=2017-03-02")]
    [InlineData("?")]
    public void A_cursor_does_not_hold_with_other_filters(string query)
    {
        var next = Page("?asOf=2017-03-01").Page.Next("2017-02-04");
        Assert.Equal("invalid-cursor", Page($"{query}&cursor={next}").Query.Problem?.Code);
    }

    [Fact]
    public void A_cursor_with_an_invalid_position_is_rejected() =>
        Assert.Equal("invalid-cursor", Page($"?cursor={Cursor.Make("weeks", "not a day")}").Query.Problem?.Code);

    private static (Query Query, PageRequest<DateOnly> Page) Page(string query)
    {
        var asked = Asked(query);
        asked.AsOf();
        return (asked, asked.Page<DateOnly>("weeks", Days.TryParse));
    }

    private static Query Asked(string query) => new(Requests.Get($"/api/weeks{query}"));

    private static string? ProblemOf<T>(string query, Func<Query, T> read)
    {
        var asked = Asked(query);
        read(asked);
        return asked.Problem?.Code;
    }
}
