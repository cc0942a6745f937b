using Azure.Data.Tables;
using DetainerLedger.History;
using DetainerLedger.Parsing;
using DetainerLedger.Places;
using DetainerLedger.Reports;
using DetainerLedger.Storage.Tables;
using OneMachine;

namespace DetainerLedger.Storage.Tests;

public sealed class CountsTests(Storage storage)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_counts_of_a_report_are_read_back_in_the_order_that_is_asked_for()
    {
        var name = await storage.CreateLedger();
        using var ledger = storage.Open(name);
        var (first, second) = (Made.Report(Made.Id(1)), Made.Report(Made.Id(2), declined: 3, listed: 2));
        await ledger.Publish(Made.Edition(1, "first", first), Cancellation);
        await ledger.Publish(Made.Edition(2, "second", second), Cancellation);

        using var other = storage.Open(name);
        var revisions = (await other.ReadIndex(Cancellation)).Now.Revisions(Made.Week);
        var counts = await other.ReadCounts([revisions[1], revisions[0]], Cancellation);

        Assert.Equivalent(new[] { ReportCounts.Of(second, Made.Id(2)), ReportCounts.Of(first, Made.Id(1)) }, counts, strict: true);
        Assert.Equal(new JurisdictionCounts(Made.Place(0), 65, 2, 1), counts[0].Jurisdictions[0]);
        Assert.Empty(await other.ReadCounts([], Cancellation));
    }

    [Fact]
    public async Task What_was_published_before_counts_were_kept_is_counted_from_the_report_and_once()
    {
        var name = await storage.CreateLedger();
        var report = Made.Report(Made.Id(1));
        using (var publisher = storage.Open(name)) await publisher.Publish(Made.Edition(1, "old", report), Cancellation);
        await foreach (var entity in storage.Tables(name).Counts.QueryAsync<TableEntity>(cancellationToken: Cancellation))
            await storage.Tables(name).Counts.DeleteEntityAsync(entity, cancellationToken: Cancellation);
        var requests = new RequestLog();
        using var ledger = storage.Open(name, requests, freshForSeconds: 3600);
        var view = (await ledger.ReadIndex(Cancellation)).Now;

        var counts = Assert.Single(await ledger.ReadCounts(view.Weeks, Cancellation));

        Assert.Equivalent(ReportCounts.Of(report, Made.Id(1)), counts, strict: true);
        // The index, the counts that aren't there, and the report.
        Assert.Equal(3, requests.Total);
        await ledger.ReadCounts(view.Weeks, Cancellation);
        Assert.Equal(3, requests.Total);
    }

    [Fact]
    public async Task Counts_that_were_stored_without_agencies_and_notices_get_them_from_the_report_and_once()
    {
        var name = await storage.CreateLedger();
        var report = Made.Report(Made.Id(1)) with { Notices = [new Notice("Travis County is no longer listed.", new SourceLocation(Made.Id(1), 1, 1))] };
        using (var publisher = storage.Open(name)) await publisher.Publish(Made.Edition(1, "old", report), Cancellation);
        await StoreAsBefore(name, ReportCounts.Of(report, Made.Id(1)));
        var requests = new RequestLog();
        using var ledger = storage.Open(name, requests, freshForSeconds: 3600);
        var view = (await ledger.ReadIndex(Cancellation)).Now;

        Assert.Null(Assert.Single(await ledger.ReadCounts(view.Weeks, Cancellation)).Agencies);
        Assert.Equal(2, requests.Total);
        for (var i = 0; i < 2; i++)
        {
            Assert.Equivalent(ReportCounts.Of(report, Made.Id(1)), Assert.Single(await ledger.ReadCompleteCounts(view.Weeks, Cancellation)), strict: true);
            Assert.Equal(3, requests.Total);
        }
    }

    [Fact]
    public async Task Counts_have_their_agencies_and_notices_without_the_report()
    {
        var name = await storage.CreateLedger();
        using (var publisher = storage.Open(name)) await publisher.Publish(Made.Edition(1, "new", Made.Report(Made.Id(1))), Cancellation);
        var requests = new RequestLog();
        using var ledger = storage.Open(name, requests, freshForSeconds: 3600);

        var counts = Assert.Single(await ledger.ReadCompleteCounts((await ledger.ReadIndex(Cancellation)).Now.Weeks, Cancellation));

        Assert.True(counts.IsComplete);
        Assert.Equal(2, requests.Total);
    }

    [Theory]
    [InlineData("ddor2017_01-28to02-03.pdf")]
    [InlineData("ddor2017_02-11to02-17.pdf")]
    public async Task The_counts_of_a_report_take_so_little_that_those_of_ten_years_come_in_one_answer(string sample)
    {
        var name = await storage.CreateLedger();
        using var ledger = storage.Open(name);
        var reader = new ReportReader(new NameResolver(JurisdictionRegister.Default), new ReadingLimits());
        var file = new ReportFile(Made.Id(1), sample, await File.ReadAllBytesAsync(Path.Combine(Repository.Samples, sample), Cancellation));
        var report = Assert.IsType<Reading.Report>(reader.Read(file, Cancellation)).Facts;
        await ledger.Publish(Made.Edition(1, "first", report), Cancellation);

        var entities = storage.Tables(name).Counts.QueryAsync<TableEntity>(cancellationToken: Cancellation);
        var entity = Assert.Single(await entities.ToListAsync(Cancellation));

        // 520 of them, in Base64, are less than 4 MiB.
        Assert.InRange(((byte[])entity["Data00"]).Length, 500, 4_500);
    }

    // As an earlier version stored them.
    private async Task StoreAsBefore(string name, ReportCounts counts)
    {
        var table = storage.Tables(name).Counts;
        var earlier = Packed.Pack(counts with { Agencies = null, Notices = null }, StoredJson.Default.ReportCounts);
        foreach (var entity in Packed.Split(Keys.Counts, Keys.Count(counts.Week, counts.Reading), earlier))
            await table.UpsertEntityAsync(entity, TableUpdateMode.Replace, Cancellation);
    }
}
