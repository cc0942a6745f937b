using DetainerLedger.Digests;
using DetainerLedger.Functions.Api.Digests;
using DetainerLedger.Functions.Api.Results;

namespace DetainerLedger.Functions.Tests.Digests;

public sealed class DigestResultTests
{
    private static readonly DigestFact Fact = new("47", "/api/weeks/2017-02-04#/detainersDeclined");

    private static readonly Digest Digest = new(
        Facts.Week, 1, Facts.Moment, "47 – declined", [new DigestSentence("47 in Doña Ana County.", [Fact]), new DigestSentence("Source: a.pdf.", [])]);

    [Fact]
    public async Task As_a_page_it_may_load_nothing_but_its_own_style()
    {
        var sent = await DigestResult.Of(Digest, ResponseFormat.Html).Send();
        Assert.Equal("text/html; charset=utf-8", sent.Response.ContentType);
        Assert.Equal(DigestHtml.Render(Digest), sent.Text);
        Assert.StartsWith("<!doctype html>", sent.Text, StringComparison.Ordinal);
        Assert.Equal(
            $"default-src 'none'; style-src '{DigestHtml.StyleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            sent.Header("Content-Security-Policy"));
    }

    [Fact]
    public async Task As_text_it_is_UTF8()
    {
        var sent = await DigestResult.Of(Digest, ResponseFormat.Text).Send();
        Assert.Equal("text/plain; charset=utf-8", sent.Response.ContentType);
        Assert.Equal(DigestText.Render(Digest), sent.Text);
        Assert.Contains("47 in Doña Ana County.", sent.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task As_JSON_each_sentence_carries_its_facts()
    {
        var sent = await DigestResult.Of(Digest, ResponseFormat.Json).Send();
        Assert.Equal("47 – declined", sent.Json.GetProperty("headline").GetString());
        Assert.Contains("47 – declined", sent.Text, StringComparison.Ordinal);
        Assert.Equal(Fact.Ref, sent.Json.GetProperty("sentences")[0].GetProperty("facts")[0].GetProperty("ref").GetString());
        Assert.False(sent.Json.TryGetProperty("heading", out _));
    }
}
