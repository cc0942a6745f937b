using DetainerLedger.Functions.Api.Parameters;
using DetainerLedger.Functions.Api.Results;

namespace DetainerLedger.Functions.Tests.Parameters;

public sealed class ListRequestTests
{
    [Fact]
    public void Is_read_as_a_whole()
    {
        var (read, problem) = Read("?from=2017-02-04&to=2017-03-04&asOf=2017-05-01T00:00:00Z&limit=7&format=csv", query => query.Range());
        Assert.Null(problem);
        Assert.Equal((new DateOnly(2017, 2, 4), new DateOnly(2017, 3, 4)), read!.Filter);
        Assert.Equal(new DateTimeOffset(2017, 5, 1, 0, 0, 0, TimeSpan.Zero), read.AsOf);
        Assert.Equal((7, ResponseFormat.Csv), (read.Page.Limit, read.Format));
    }

    [Theory]
    [InlineData("?from=soon", "invalid-day")]
    [InlineData("?asOf=soon", "invalid-as-of")]
    [InlineData("?limit=0", "invalid-limit")]
    [InlineData("?cursor=mine", "invalid-cursor")]
    [InlineData("?format=pdf", "invalid-format")]
    public void Or_is_a_problem(string query, string code)
    {
        var (read, problem) = Read(query, it => it.Range());
        Assert.Null(read);
        Assert.Equal(code, problem!.Code);
    }

    [Fact]
    public void A_cursor_is_valid_whatever_order_the_filters_are_read_in()
    {
        var next = Read("?from=2017-02-04&to=2017-03-04", query => (query.Day("from"), query.Day("to"))).Read!.Page.Next("2017-02-11");
        var (_, problem) = Read($"?from=2017-02-04&to=2017-03-04&cursor={next}", query => (query.Day("to"), query.Day("from")));
        Assert.Null(problem);
    }

    [Theory]
    [InlineData("?from=2017-02-11&to=2017-03-04")]
    [InlineData("?from=2017-02-04")]
    [InlineData("?from=2017-03-04&to=2017-02-04")]
    [InlineData("?from=2017-02-04&to=2017-03-04&asOf=2017-05-01")]
    [InlineData("?")]
    public void A_cursor_is_not_valid_with_other_filters(string query)
    {
        static (DateOnly?, DateOnly?) Days(Query read) => (read.Day("from"), read.Day("to"));
        var next = Read("?from=2017-02-04&to=2017-03-04", Days).Read!.Page.Next("2017-02-11");
        Assert.Equal("invalid-cursor", Read($"{query}&cursor={next}", Days).Problem?.Code);
    }

    [Fact]
    public void A_filter_that_is_read_after_the_page_is_a_fault()
    {
        var query = new Query(Requests.Get("/api/weeks?from=2017-02-04"));
        query.Page<DateOnly>("weeks", Days.TryParse);
        Assert.Throws<InvalidOperationException>(() => query.Day("from"));
    }

    private static (ListRequest<TFilter, DateOnly>? Read, Problem? Problem) Read<TFilter>(string query, Func<Query, TFilter> filter)
    {
        ListRequest.TryRead<TFilter, DateOnly>(Requests.Get($"/api/weeks{query}"), "weeks", Days.TryParse, filter, out var read, out var problem);
        return (read, problem);
    }
}
