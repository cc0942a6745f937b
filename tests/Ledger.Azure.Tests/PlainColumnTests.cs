using Azure.Data.Tables;

namespace DetainerLedger.Storage.Tests;

/// <summary>What people see who look into the tables with other programs.</summary>
public sealed class PlainColumnTests(Storage storage)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_week_shows_the_totals_of_its_revision_in_force()
    {
        var name = await storage.CreateLedger();
        using var ledger = storage.Open(name);
        await ledger.Publish(Made.Edition(1, "first", Made.Report(Made.Id(1), declined: 206, listed: 117)), Cancellation);
        await ledger.Publish(Made.Edition(2, "second", Made.Report(Made.Id(2), declined: 47, listed: 150)), Cancellation);

        var week = await storage.Tables(name).Index.QueryAsync<TableEntity>(entity => entity.RowKey.CompareTo("week|") > 0, cancellationToken: Cancellation)
            .SingleAsync(entity => entity.RowKey.StartsWith("week|", StringComparison.Ordinal), Cancellation);

        Assert.Equal(
            (2, 3083, 47, 150),
            (week.GetInt32("Revision"), week.GetInt32("DetainersIssued"), week.GetInt32("DetainersDeclined"), week.GetInt32("JurisdictionsListed")));
        Assert.Equal(week.RowKey, $"week|{week.GetString("Week")}");
    }

    [Fact]
    public async Task A_fact_shows_its_place_its_week_and_its_counts()
    {
        var name = await storage.CreateLedger();
        using var ledger = storage.Open(name);
        var report = Made.Report(Made.Id(1));
        await ledger.Publish(Made.Edition(1, "first", report), Cancellation);

        var facts = await storage.Tables(name).Facts.QueryAsync<TableEntity>(cancellationToken: Cancellation).ToListAsync(Cancellation);

        var place = Made.Place(0);
        var fact = Assert.Single(facts, entity => entity.GetString("Jurisdiction") == place.Name);
        Assert.Equal(report.Week.ToString("O", null), fact.GetString("Week"));
        Assert.Equal(
            (65, report.Declines.Count(row => row.Jurisdiction == place), report.Listings.Count(row => row.Jurisdiction == place)),
            (fact.GetInt32("Issued"), fact.GetInt32("Declined"), fact.GetInt32("Listed")));
    }
}
