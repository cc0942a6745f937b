using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Acceptance.App;

namespace Acceptance;

public sealed class DigestTests(SampleLedger ledger)
{
    [Fact]
    public async Task There_is_one_of_each_week_the_newest_first()
    {
        var digests = (await ledger.App.Read("/api/digests")).Rows("digests");

        Assert.Equal(Samples.Weeks.Reverse(), digests.Select(digest => digest.Text("week")));
        Assert.All(digests, digest => Assert.Equal(1, digest.Number("revision")));
        Assert.All(digests, digest => Assert.False(string.IsNullOrWhiteSpace(digest.Text("headline"))));
    }

    [Fact]
    public async Task The_latest_is_that_of_the_newest_week() =>
        Assert.Equal(Samples.ThirdWeek, (await ledger.App.Read("/api/digests/latest")).Text("week"));

    [Theory]
    [InlineData("from 117 to 150")]
    [InlineData("2,825")]
    [InlineData("47")]
    [InlineData("206")]
    [InlineData("Some field offices ceased issuing detainers to known uncooperative jurisdictions.")]
    [InlineData("California")]
    [InlineData("Connecticut")]
    [InlineData("New York")]
    [InlineData("14")]
    [InlineData("Clay County")]
    [InlineData("Bedford County")]
    [InlineData("Franklin County")]
    [InlineData("Nassau County")]
    public async Task Of_the_week_of_February_4_it_says(string words)
    {
        var sentences = (await ledger.App.Read($"/api/digests/{Samples.SecondWeek}")).Rows("sentences");

        Assert.Contains(words, string.Join('\n', sentences.Select(sentence => sentence.Text("text"))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Samples.FirstWeek)]
    [InlineData(Samples.SecondWeek)]
    [InlineData(Samples.ThirdWeek)]
    public async Task Every_fact_of_a_sentence_is_in_it_and_in_the_response_that_it_refers_to(string week)
    {
        var sentences = (await ledger.App.Read($"/api/digests/{week}")).Rows("sentences");

        var facts = sentences.SelectMany(sentence => sentence.Rows("facts").Select(fact => (sentence, fact))).ToList();
        Assert.NotEmpty(facts);
        foreach (var (sentence, fact) in facts)
        {
            var text = fact.Text("text")!;
            Assert.Contains(text, sentence.Text("text"), StringComparison.Ordinal);
            var reference = fact.Text("ref")!.Split('#');
            var stated = Follow(await ledger.App.Read(reference[0]), reference[1]);
            if (!int.TryParse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number)) continue;
            // In words, such as a year, it must stand there too.
            if (stated?.GetValueKind() == JsonValueKind.String) Assert.Contains(text, stated.GetValue<string>(), StringComparison.Ordinal);
            else Assert.Equal(number, Count(stated));
        }
    }

    [Theory]
    [InlineData("html", "text/html")]
    [InlineData("text", "text/plain")]
    [InlineData("json", "application/json")]
    public async Task Is_to_be_had_by_format_and_by_Accept(string format, string mediaType)
    {
        using var asked = await ledger.App.Get($"/api/digests/{Samples.SecondWeek}?format={format}");
        using var accepted = await ledger.App.Get($"/api/digests/{Samples.SecondWeek}", $"Accept: {mediaType}");
        using var preferred = await ledger.App.Get(
            $"/api/digests/{Samples.SecondWeek}?format={format}", "Accept: application/json;q=0.5, text/html;q=0.4");

        var body = await asked.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(mediaType, asked.Content.Headers.ContentType?.MediaType);
        Assert.Equal(mediaType, accepted.Content.Headers.ContentType?.MediaType);
        Assert.Contains("2,825", body, StringComparison.Ordinal);
        Assert.Equal(body, await accepted.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(body, await preferred.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_browser_gets_a_page_that_may_run_nothing()
    {
        using var answer = await ledger.App.Get(
            $"/api/digests/{Samples.SecondWeek}", "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");

        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("default-src 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith("<!doctype html>", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
    }

    // A number of things is counted where they stand.
    private static int? Count(JsonNode? stated) => stated is JsonArray things ? things.Count : Math.Abs(stated!.GetValue<int>());

    private static JsonNode? Follow(JsonNode? node, string pointer) =>
        pointer.Length == 0 ? node : node.At(string.Join('.', pointer[1..].Split('/')));
}
