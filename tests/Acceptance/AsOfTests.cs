using System.Net;
using System.Text.Json.Nodes;
using Acceptance.App;

namespace Acceptance;

/// <summary>
/// Every route that reads facts, asked at four moments of a week that was revised and corrected: before its release,
/// after it, after the revision, and after the correction.
/// </summary>
[Collection(typeof(OneRevisedLedger))]
public sealed class AsOfTests(RevisedLedger ledger)
{
    private const string Week = RevisedLedger.Revised;
    private const string None = "404";
    private const string Corrected = """{"detainersIssued":101,"detainersDeclined":2,"jurisdictionsListed":2}""";

    private static readonly string[] Moments = ["2017-02-12", "2017-02-28", "2017-03-28", "2017-03-29"];

    [Theory]
    [InlineData("weeks", "weeks.#", "1", "2", "2", "2")]
    [InlineData("weeks", "weeks.0.revision", "1", "1", "2", "2")]
    [InlineData("weeks/latest", "week", RevisedLedger.Before, Week, Week, Week)]
    [InlineData($"weeks/{Week}", "detainersIssued", None, "100", "101", "101")]
    [InlineData($"weeks/{Week}", "listings.added.#", None, "0", "1", "1")]
    [InlineData($"weeks/{Week}", "corrected", None, "null", "null", Corrected)]
    [InlineData($"weeks/{Week}/report", "detainersIssued", None, "100", "101", "101")]
    [InlineData($"weeks/{Week}/declines", "declines.#", None, "2", "3", "3")]
    [InlineData($"weeks/{Week}/listings", "listings.1.jurisdiction.id", None, "ny-nassau-county", "co-denver", "co-denver")]
    [InlineData($"weeks/{Week}/revisions", "revisions.#", None, "1", "2", "2")]
    [InlineData($"weeks/{Week}/revisions", "revisions.0.releasedOn", None, "2017-02-13", "2017-03-01", "2017-03-01")]
    [InlineData($"weeks/{RevisedLedger.Before}/compare/{Week}", "change.detainersDeclined", None, "1", "2", "2")]
    [InlineData($"weeks/{RevisedLedger.Before}/compare/{Week}", "listings.removed.#", None, "0", "1", "1")]
    [InlineData($"weeks/{RevisedLedger.Before}/compare/{Week}", "b.corrected.detainersDeclined", None, "null", "null", "2")]
    [InlineData($"weeks/{Week}/compare/{RevisedLedger.Before}", "a.revision", None, "1", "2", "2")]
    [InlineData("weeks/latest/compare/latest", "a.week", RevisedLedger.Before, Week, Week, Week)]
    [InlineData("jurisdictions", "jurisdictions.#", "2", "2", "3", "3")]
    [InlineData("jurisdictions?listed=true", "jurisdictions.0.id", "ny-nassau-county", "ny-nassau-county", "co-denver", "co-denver")]
    [InlineData("jurisdictions?q=nassau", "jurisdictions.0.listed", "true", "true", "false", "false")]
    [InlineData("jurisdictions/co-denver", "totals.detainersDeclined", None, None, "1", "1")]
    [InlineData("jurisdictions/tx-travis-county", "weeks.0.declined", "1", "2", "2", "2")]
    [InlineData("jurisdictions/tx-travis-county", "weeks.0.corrections.#", "0", "0", "0", "1")]
    [InlineData("jurisdictions/ny-nassau-county/history", "weeks.0.listed", "true", "true", "false", "false")]
    [InlineData("states/TX", "weeks.0.declined", "1", "2", "2", "2")]
    [InlineData("states/TX", "weeks.0.corrections.#", "0", "0", "0", "1")]
    [InlineData("states/CO", "jurisdictions.#", "0", "0", "1", "1")]
    [InlineData("states/NY", "weeks.0.listed", "1", "1", "0", "0")]
    [InlineData("corrections", "corrections.#", "0", "0", "0", "1")]
    [InlineData("digests", "digests.#", "0", "0", "0", "0")]
    [InlineData($"digests/{Week}", "revision", None, None, None, None)]
    [InlineData("digests/latest", "revision", None, None, None, None)]
    public async Task Answers_what_was_known_then(string path, string at, params string[] expected)
    {
        var answers = await Task.WhenAll(Moments.Select(moment => Ask(path, moment, at)));

        Assert.Equal(expected, answers);
    }

    [Theory]
    [InlineData("weeks")]
    [InlineData($"weeks/{Week}")]
    [InlineData($"weeks/{Week}/report")]
    [InlineData($"weeks/{Week}/declines")]
    [InlineData($"weeks/{Week}/listings")]
    [InlineData($"weeks/{Week}/revisions")]
    [InlineData($"weeks/{RevisedLedger.Before}/compare/{Week}")]
    [InlineData("jurisdictions")]
    [InlineData("jurisdictions/tx-travis-county")]
    [InlineData("jurisdictions/tx-travis-county/history")]
    [InlineData("states/TX")]
    [InlineData("corrections")]
    [InlineData("digests")]
    [InlineData($"digests/{Week}")]
    public async Task What_is_known_now_is_known_until_further_notice(string path) => Assert.Equal(
        await ledger.App.ReadText($"/api/{path}"), await ledger.App.ReadText($"/api/{path}?asOf=9999-12-31"));

    // A number sign counts the rows. Texts come as they are.
    private async Task<string> Ask(string path, string asOf, string at)
    {
        using var answer = await ledger.App.Get($"/api/{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}asOf={asOf}");
        if (answer.StatusCode == HttpStatusCode.NotFound) return None;
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var json = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        if (at.EndsWith(".#", StringComparison.Ordinal)) return $"{json.Rows(at[..^2]).Count}";
        // A total without a correction has nothing below it.
        if (at.StartsWith("b.corrected.", StringComparison.Ordinal) && json.At("b.corrected") is null) return "null";
        var value = json.At(at);
        return value is JsonValue text && text.TryGetValue<string>(out var words) ? words : value?.ToJsonString() ?? "null";
    }
}
