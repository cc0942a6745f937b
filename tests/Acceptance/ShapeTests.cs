using System.Text.Json.Nodes;
using Acceptance.App;

namespace Acceptance;

/// <summary>The keys that are documented of each answer. More may come; none may go.</summary>
public sealed class ShapeTests(SampleLedger ledger)
{
    private const string Jurisdiction = "id name state kind fips";
    private const string Source = "reportId page row";
    private const string Totals = "detainersIssued detainersDeclined jurisdictionsListed";
    private const string Decline = "agency citizenship issued declined reason activity disposition source";
    private const string Listing = "aor enacted policy criteria source";
    private const string Correction = "id week section jurisdiction reason was is title dated statement source";

    [Theory]
    [InlineData("/api/reports", "", "reports next")]
    [InlineData("/api/reports", "reports", "id name sha256 format bytes receivedAt releasedOn state week revision error checks inForce")]
    [InlineData("/api/weeks", "", "weeks next")]
    [InlineData("/api/weeks", "weeks", $"week {Totals} revision")]
    [InlineData("/api/weeks", "coverage", "first latest weeks missing gaps")]
    [InlineData("/api/weeks/2017-02-04/jurisdictions", "", "week revision previousWeek withoutState jurisdictions next")]
    [InlineData("/api/weeks/2017-02-04/jurisdictions", "jurisdictions", "jurisdiction issued declined listed listings firstListed change corrections")]
    [InlineData("/api/weeks/2017-02-04/jurisdictions", "jurisdictions.change", "issued declined listed")]
    [InlineData("/api/places?q=travis", "", "places next")]
    [InlineData("/api/places?q=travis", "places", $"{Jurisdiction} listed listedThroughState weeksNamed firstNamed lastNamed registered")]
    [InlineData("/api/jurisdictions/tx-travis-county/changes", "", "jurisdiction changes next")]
    [InlineData("/api/jurisdictions/tx-travis-county/changes", "changes", "id kind day week revision previousWeek field from to explainedBy correction source")]
    [InlineData("/api/states", "states", "week revision state name declined issued listed statewide")]
    [InlineData("/api/agencies", "agencies", "id name state jurisdictions declined weeks firstNamed lastNamed")]
    [InlineData("/api/agencies/tx-travis-county-jail", "", "agency declines next")]
    [InlineData("/api/agencies/tx-travis-county-jail", "declines", $"week revision jurisdiction {Decline}")]
    [InlineData("/api/moments", "moments", "day learned")]
    [InlineData("/api/moments", "moments.learned", "at kind week revision reportId id")]
    [InlineData("/api/weeks/2017-01-28", "",
        $"week period revision publishedAt releasedOn {Totals} corrected previousWeek change listings declinedByState "
        + "declinedByJurisdiction highestVolume notices checks corrections questions source")]
    [InlineData("/api/weeks/2017-01-28", "corrected", Totals)]
    [InlineData("/api/weeks/2017-01-28", "corrections", Correction)]
    [InlineData("/api/weeks/2017-01-28", "corrections.jurisdiction", Jurisdiction)]
    [InlineData("/api/weeks/2017-02-04", "period", "start end")]
    [InlineData("/api/weeks/2017-02-04", "previousWeek", $"week {Totals}")]
    [InlineData("/api/weeks/2017-02-04", "change", Totals)]
    [InlineData("/api/weeks/2017-02-04", "listings", "added removed statewide recentlyEnacted")]
    [InlineData("/api/weeks/2017-02-04", "listings.added", Jurisdiction)]
    [InlineData("/api/weeks/2017-02-04", "listings.removed", Jurisdiction)]
    [InlineData("/api/weeks/2017-02-04", "listings.statewide", Jurisdiction)]
    [InlineData("/api/weeks/2017-02-04", "listings.recentlyEnacted", Jurisdiction)]
    [InlineData("/api/weeks/2017-02-04", "declinedByState", "state declined share")]
    [InlineData("/api/weeks/2017-02-04", "declinedByJurisdiction", "jurisdiction declined")]
    [InlineData("/api/weeks/2017-02-04", "declinedByJurisdiction.jurisdiction", Jurisdiction)]
    [InlineData("/api/weeks/2017-02-04", "highestVolume", "jurisdiction issued source")]
    [InlineData("/api/weeks/2017-02-04", "highestVolume.source", Source)]
    [InlineData("/api/weeks/2017-02-04", "notices", "text source")]
    [InlineData("/api/weeks/2017-02-04", "notices.source", Source)]
    [InlineData("/api/weeks/2017-02-04", "source", "reportId name sha256 pages")]
    [InlineData("/api/weeks/2017-02-04/report", "",
        "week period detainersIssued detainersDeclined highestVolume declines listings notices scope definition")]
    [InlineData("/api/weeks/2017-02-04/report", "declines", $"jurisdiction {Decline}")]
    [InlineData("/api/weeks/2017-02-04/report", "listings", $"jurisdiction {Listing}")]
    [InlineData("/api/weeks/2017-02-04/declines", "", "declines next")]
    [InlineData("/api/weeks/2017-02-04/declines", "declines", $"jurisdiction {Decline}")]
    [InlineData("/api/weeks/2017-02-04/declines", "declines.jurisdiction", Jurisdiction)]
    [InlineData("/api/weeks/2017-02-04/declines", "declines.source", Source)]
    [InlineData("/api/weeks/2017-02-04/listings", "", "listings next")]
    [InlineData("/api/weeks/2017-02-04/listings", "listings", $"jurisdiction {Listing}")]
    [InlineData("/api/weeks/2017-02-04/listings", "listings.source", Source)]
    [InlineData("/api/jurisdictions/tx-travis-county/history", "", "jurisdiction totals weeks next")]
    [InlineData("/api/jurisdictions/tx-travis-county/history", "jurisdiction", Jurisdiction)]
    [InlineData("/api/jurisdictions/tx-travis-county/history", "totals", "detainersDeclined weeksListed firstListed lastListed")]
    [InlineData("/api/jurisdictions/tx-travis-county/history", "weeks", "week declined issued listed listing listings declines corrections")]
    [InlineData("/api/jurisdictions/tx-travis-county/history", "weeks.listing", Listing)]
    [InlineData("/api/jurisdictions/tx-travis-county/history", "weeks.declines", Decline)]
    [InlineData("/api/jurisdictions", "", "jurisdictions next")]
    [InlineData("/api/jurisdictions", "jurisdictions", Jurisdiction)]
    [InlineData("/api/jurisdictions/tx-travis-county", "", "jurisdiction totals weeks next")]
    [InlineData("/api/states/TX", "", "state name listedStatewide jurisdictions weeks")]
    [InlineData("/api/states/TX", "jurisdictions", Jurisdiction)]
    [InlineData("/api/states/TX", "weeks", "week declined issued listed")]
    [InlineData("/api/states/TX", "weeks.corrections", Correction)]
    [InlineData("/api/weeks/2017-02-04/revisions", "", "revisions next")]
    [InlineData("/api/weeks/2017-02-04/revisions", "revisions", "revision publishedAt releasedOn reportId changes inForce releasedAgainOn reader rereadAt earlierReadings")]
    [InlineData("/api/weeks/2017-01-28/compare/2017-02-04", "", "a b change listings declinedByJurisdiction")]
    [InlineData("/api/weeks/2017-01-28/compare/2017-02-04", "a", $"week {Totals}")]
    [InlineData("/api/weeks/2017-01-28/compare/2017-02-04", "a.corrected", Totals)]
    [InlineData("/api/weeks/2017-01-28/compare/2017-02-04", "b", $"week {Totals}")]
    [InlineData("/api/weeks/2017-01-28/compare/2017-02-04", "change", Totals)]
    [InlineData("/api/weeks/2017-01-28/compare/2017-02-04", "listings", "added removed altered")]
    [InlineData("/api/weeks/2017-01-28/compare/2017-02-04", "listings.added", Jurisdiction)]
    [InlineData("/api/weeks/2017-01-28/compare/2017-02-04", "listings.removed", "jurisdiction explainedBy")]
    [InlineData("/api/weeks/2017-01-28/compare/2017-02-04", "declinedByJurisdiction", "jurisdiction a b")]
    [InlineData("/api/corrections", "", "corrections next")]
    [InlineData("/api/corrections", "corrections", Correction)]
    [InlineData("/api/corrections", "corrections.jurisdiction", Jurisdiction)]
    [InlineData("/api/digests", "", "digests next")]
    [InlineData("/api/digests", "digests", "week revision composedAt headline")]
    [InlineData("/api/digests/2017-02-04", "", "week revision composedAt headline sentences")]
    [InlineData("/api/digests/2017-02-04", "sentences", "text facts")]
    [InlineData("/api/digests/2017-02-04", "sentences.facts", "text ref")]
    public async Task Answers_with_the_documented_keys(string path, string within, string keys)
    {
        var found = Within(await ledger.App.Read(path), within.Split('.', StringSplitOptions.RemoveEmptyEntries)).ToList();

        Assert.True(found.Count > 0, $"{path} has nothing at {within}.");
        Assert.All(found, node => Assert.Empty(keys.Split(' ').Except(Assert.IsType<JsonObject>(node).Select(member => member.Key))));
    }

    [Fact]
    public async Task One_arrival_has_the_keys_of_the_list()
    {
        var listed = (await ledger.App.Read("/api/reports")).Rows("reports");

        foreach (var arrival in listed)
            Assert.True(JsonNode.DeepEquals(arrival, await ledger.App.Read($"/api/reports/{arrival.Text("id")}")));
    }

    // Every element of an array on the way.
    private static IEnumerable<JsonNode> Within(JsonNode? node, ReadOnlySpan<string> path)
    {
        if (node is JsonArray rows)
        {
            var found = new List<JsonNode>();
            foreach (var row in rows) found.AddRange(Within(row, path));
            return found;
        }
        return path.IsEmpty ? [Assert.IsType<JsonObject>(node)] : Within(node.At(path[0]), path[1..]);
    }
}
