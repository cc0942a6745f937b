using System.Text.Json;
using System.Text.Json.Nodes;
using DetainerLedger.Digests;
using DetainerLedger.History;
using DetainerLedger.Queries;

namespace DetainerLedger.Storage.Tests.Upgrade;

/// <summary>A ledger that an earlier version wrote opens, and says what that version said.</summary>
public sealed class UpgradeTests(Storage storage)
{
    private static readonly JsonSerializerOptions Shape = new(JsonSerializerDefaults.Web);
    private static readonly DateTimeOffset March = new(2017, 3, 25, 0, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("now")]
    [InlineData("asOf")]
    public async Task Summaries_and_histories_are_the_same(string moment)
    {
        var (earlier, ledger) = await Open();
        using var _ = ledger;
        var view = await ledger.ReadView(moment == "now" ? null : March, Cancellation);
        var weeks = new WeekQueries(ledger);
        var summaries = new List<WeekSummary>();
        foreach (var revision in view.Weeks) summaries.Add(await weeks.Summary(view, revision, Cancellation));
        var history = await new JurisdictionQueries(ledger).History(view, "tx-travis-county", from: null, to: null, Cancellation);

        var expected = earlier.Answers(moment);
        Assert.NotEmpty(summaries);
        AssertHolds(expected.GetProperty("summaries"), summaries);
        AssertHolds(expected.GetProperty("history"), history);
    }

    [Fact]
    public async Task Digests_are_the_same_word_for_word()
    {
        var (earlier, ledger) = await Open();
        using var _ = ledger;
        var expected = earlier.Answers("digests").EnumerateArray().ToList();
        Assert.Equal(2, expected.Count);
        foreach (var (heading, stored) in (await ledger.ListDigests(Cancellation)).Zip(expected))
        {
            var digest = await ledger.FindDigest(heading.Week, heading.Revision, Cancellation);
            AssertHolds(stored.GetProperty("digest"), digest);
            Assert.Equal(stored.GetProperty("text").GetString(), DigestText.Render(digest!));
        }
    }

    [Fact]
    public async Task Arrivals_are_the_same()
    {
        var (earlier, ledger) = await Open();
        using var _ = ledger;
        var expected = earlier.Answers("arrivals").EnumerateArray().Select(arrival => (
            arrival.GetProperty("id").GetString(), arrival.GetProperty("name").GetString(), arrival.GetProperty("state").GetString(),
            arrival.GetProperty("sha256").GetString(), arrival.GetProperty("checks").GetInt32())).ToList();
        Assert.Equal(3, expected.Count);
        Assert.Equal(expected, (await ledger.ListArrivals(100, null, Cancellation)).Select(arrival => (
            (string?)arrival.Id.ToString(), (string?)arrival.Name, (string?)arrival.State.ToString(), arrival.Sha256, arrival.Checks.Count)));
    }

    [Fact]
    public async Task It_takes_further_revisions()
    {
        var (_, ledger) = await Open();
        using var __ = ledger;
        var outcome = await ledger.Publish(Made.Edition(7, "later", Made.Report(Made.Id(7), new DateOnly(2017, 2, 4))), Cancellation);
        Assert.Equal(2, outcome.Revision.Number);
        Assert.Equal(2, (await ledger.ReadIndex(Cancellation)).Now.Revisions(new DateOnly(2017, 2, 4)).Count);
    }

    private async Task<(EarlierLedger Earlier, TableLedger Ledger)> Open()
    {
        var name = await storage.CreateLedger();
        var earlier = await EarlierLedger.Read(Cancellation);
        await earlier.Restore(storage.Tables(name), Cancellation);
        return (earlier, storage.Open(name));
    }

    // Everything that was answered is still answered. Fields may have been added, and the wording of a check, whose code counts, may have
    // been improved.
    private static void AssertHolds(JsonElement expected, object? actual) =>
        AssertHolds(JsonNode.Parse(expected.GetRawText()), JsonSerializer.SerializeToNode(actual, Shape), "");

    private static void AssertHolds(JsonNode? expected, JsonNode? actual, string path)
    {
        switch (expected)
        {
            case JsonObject fields:
                foreach (var (name, value) in fields.Where(field => field.Key != "message" || !path.Contains("/checks/", StringComparison.Ordinal)))
                    AssertHolds(value, actual?[name], $"{path}/{name}");
                break;
            case JsonArray items:
                Assert.True(actual is JsonArray rows && rows.Count == items.Count, $"{path} has {(actual as JsonArray)?.Count} items, and had {items.Count}: {actual?.ToJsonString()}");
                for (var i = 0; i < items.Count; i++) AssertHolds(items[i], actual![i], $"{path}/{i}");
                break;
            default:
                Assert.True(JsonNode.DeepEquals(expected, actual), $"{path} is {actual?.ToJsonString() ?? "null"}, and was {expected?.ToJsonString() ?? "null"}.");
                break;
        }
    }
}
