using DetainerLedger.Functions.Api.Results;
using Microsoft.Extensions.Primitives;

namespace DetainerLedger.Functions.Tests.Answers;

public sealed class AcceptHeaderTests
{
    [Theory]
    [InlineData("", ResponseFormat.Json)]
    [InlineData("*/*", ResponseFormat.Json)]
    [InlineData("application/*", ResponseFormat.Json)]
    [InlineData("application/json", ResponseFormat.Json)]
    [InlineData("TEXT/HTML", ResponseFormat.Html)]
    [InlineData("text/html; charset=utf-8", ResponseFormat.Html)]
    [InlineData("text/*", ResponseFormat.Html)]
    [InlineData("text/plain, text/html", ResponseFormat.Html)]
    [InlineData("text/plain, text/html;q=0.9", ResponseFormat.Text)]
    [InlineData("text/*;q=0.5, text/plain", ResponseFormat.Text)]
    [InlineData("text/html;q=0, text/*", ResponseFormat.Text)]
    [InlineData("application/json;q=0, */*", ResponseFormat.Html)]
    [InlineData("*/*;q=0.1, text/plain;q=0.2", ResponseFormat.Text)]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", ResponseFormat.Html)]
    [InlineData("nonsense", ResponseFormat.Json)]
    public void Chooses_what_is_wanted_most(string accept, ResponseFormat format) =>
        Assert.Equal(format, AcceptHeader.Choose(accept, ResponseFormats.OfDigests));

    [Theory]
    [InlineData("image/png")]
    [InlineData("*/*;q=0")]
    [InlineData("application/json;q=0")]
    [InlineData("image/*, application/xml")]
    public void Finds_nothing_where_nothing_is_wanted(string accept) =>
        Assert.Null(AcceptHeader.Choose(accept, ResponseFormats.JsonOnly));

    [Fact]
    public void Several_headers_are_one_list()
    {
        var headers = new StringValues(["text/html;q=0.1", "text/plain;q=0.2"]);
        Assert.Equal(ResponseFormat.Text, AcceptHeader.Choose(headers, ResponseFormats.OfDigests));
    }
}
