using System.Text.Json.Nodes;
using Acceptance.App;

namespace Acceptance;

/// <summary>The revisions of a week, and what each changed.</summary>
[Collection(typeof(OneRevisedLedger))]
public sealed class RevisionTests(RevisedLedger ledger)
{
    private const string Path = $"/api/weeks/{RevisedLedger.Revised}/revisions";

    [Fact]
    public async Task Each_revision_names_its_file_and_its_release_the_newest_first()
    {
        var revisions = (await ledger.App.Read(Path)).Rows("revisions");

        Assert.Equal([2, 1], revisions.Select(revision => revision.Number("revision")));
        Assert.Equal(["2017-03-01", "2017-02-13"], revisions.Select(revision => revision.Text("releasedOn")));
        Assert.Equal(
            ledger.Editions.Reverse().Select(arrival => arrival.Text("id")), revisions.Select(revision => revision.Text("reportId")));
        Assert.All(revisions, revision => Assert.NotNull(revision.Text("publishedAt")));
        Assert.Null(revisions[1].At("changes"));
    }

    [Fact]
    public async Task A_revision_lists_what_it_added_removed_and_altered()
    {
        var changes = (await ledger.App.Read(Path)).At("revisions.0.changes");

        Assert.Equal((100, 101), (changes.Number("totals.detainersIssued.from"), changes.Number("totals.detainersIssued.to")));
        Assert.Equal((2, 3), (changes.Number("totals.detainersDeclined.from"), changes.Number("totals.detainersDeclined.to")));
        Assert.DoesNotContain("jurisdictionsListed", changes.At("totals")!.AsObject().Select(total => total.Key));
        Assert.Equal((1, 0), (changes.Number("declines.added"), changes.Number("declines.removed")));
        Assert.Equal("co-denver", Assert.Single(changes.Rows("listings.added")).Text("id"));
        var altered = Assert.Single(changes.Rows("listings.altered"));
        Assert.Equal(["jurisdiction", "field", "from", "to"], altered.AsObject().Select(field => field.Key));
        Assert.Equal(
            ("tx-travis-county", "policy", "Honors all", "Honors none"),
            (altered.Text("jurisdiction.id"), altered.Text("field"), altered.Text("from"), altered.Text("to")));
        Assert.Empty(changes.Rows("issued"));
        Assert.Equal(["notices"], changes.Texts("other"));
    }

    [Fact]
    public async Task A_removal_that_a_notice_names_is_explained_by_it()
    {
        var comparison = await ledger.App.Read($"/api/weeks/{RevisedLedger.Before}/compare/{RevisedLedger.Revised}");

        var inRevision = Assert.Single((await ledger.App.Read(Path)).Rows("revisions.0.changes.listings.removed"));
        var inComparison = Assert.Single(comparison.Rows("listings.removed"));

        Assert.True(JsonNode.DeepEquals(inRevision, inComparison));
        Assert.Equal("ny-nassau-county", inRevision.Text("jurisdiction.id"));
        Assert.Equal(RevisedLedger.Notice, inRevision.Text("explainedBy.text"));
        Assert.Equal(ledger.Editions[1].Text("id"), inRevision.Text("explainedBy.source.reportId"));
    }

    [Fact]
    public async Task Before_the_revision_was_known_the_first_one_had_no_successor()
    {
        var revision = Assert.Single((await ledger.App.Read($"{Path}?asOf=2017-02-28")).Rows("revisions"));

        Assert.Equal(1, revision.Number("revision"));
        Assert.Null(revision.At("changes"));
    }

    [Fact]
    public async Task A_page_that_ends_between_two_revisions_has_the_same_changes()
    {
        var whole = (await ledger.App.Read(Path)).Rows("revisions");

        foreach (var path in new[] { Path, "/api/weeks/latest/revisions" })
        {
            var pages = await ledger.App.ReadPages(path, "revisions", 1);
            Assert.Equal(whole.Select(row => row.ToJsonString()), pages.Select(row => row.ToJsonString()));
        }
    }

    [Fact]
    public async Task The_revisions_are_to_be_had_as_CSV()
    {
        var records = Csv.Parse(await ledger.App.ReadText($"{Path}?format=csv"));

        var second = records[0].Zip(records[1]).ToDictionary();
        Assert.Equal("2", second["revision"]);
        Assert.Equal("100", second["changes.totals.detainersIssued.from"]);
        Assert.Equal("101", second["changes.totals.detainersIssued.to"]);
        Assert.Equal("", second["changes.totals.jurisdictionsListed.to"]);
        Assert.Equal("1", second["changes.declines.added"]);
        Assert.Equal("0", second["changes.declines.removed"]);
        Assert.Equal("co-denver", second["changes.listings.added"]);
        Assert.Equal("ny-nassau-county", second["changes.listings.removed"]);
        Assert.Equal("tx-travis-county policy", second["changes.listings.altered"]);
        Assert.Equal("notices", second["changes.other"]);
        Assert.Equal(3, records.Count);
        Assert.All(records, record => Assert.Equal(records[0].Count, record.Count));
    }
}
