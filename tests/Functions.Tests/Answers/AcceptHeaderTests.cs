using DetainerLedger.Functions.Api.Answers;
using Microsoft.Extensions.Primitives;

namespace DetainerLedger.Functions.Tests.Answers;

public sealed class AcceptHeaderTests
{
    [Theory]
    [InlineData("", AnswerFormat.Json)]
    [InlineData("*/*", AnswerFormat.Json)]
    [InlineData("application/*", AnswerFormat.Json)]
    [InlineData("application/json", AnswerFormat.Json)]
    [InlineData("TEXT/HTML", AnswerFormat.Html)]
    [InlineData("text/html; charset=utf-8", AnswerFormat.Html)]
    [InlineData("text/*", AnswerFormat.Html)]
    [InlineData("text/plain, text/html", AnswerFormat.Html)]
    [InlineData("text/plain, text/html;q=0.9", AnswerFormat.Text)]
    [InlineData("text/*;q=0.5, text/plain", AnswerFormat.Text)]
    [InlineData("text/html;q=0, text/*", AnswerFormat.Text)]
    [InlineData("application/json;q=0, */*", AnswerFormat.Html)]
    [InlineData("*/*;q=0.1, text/plain;q=0.2", AnswerFormat.Text)]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", AnswerFormat.Html)]
    [InlineData("nonsense", AnswerFormat.Json)]
    public void Chooses_what_is_wanted_most(string accept, AnswerFormat format) =>
        Assert.Equal(format, AcceptHeader.Choose(accept, AnswerFormats.OfDigests));

    [Theory]
    [InlineData("image/png")]
    [InlineData("*/*;q=0")]
    [InlineData("application/json;q=0")]
    [InlineData("image/*, application/xml")]
    public void Finds_nothing_where_nothing_is_wanted(string accept) =>
        Assert.Null(AcceptHeader.Choose(accept, AnswerFormats.JsonOnly));

    [Fact]
    public void Several_headers_are_one_list()
    {
        var headers = new StringValues(["text/html;q=0.1", "text/plain;q=0.2"]);
        Assert.Equal(AnswerFormat.Text, AcceptHeader.Choose(headers, AnswerFormats.OfDigests));
    }
}
