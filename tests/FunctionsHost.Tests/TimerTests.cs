using System.Globalization;
using Azure.Storage.Blobs.Models;
using Newtonsoft.Json;

namespace FunctionsHost.Tests;

public sealed class TimerTests(SharedHost host)
{
    private const string EveryMinute = "0 * * * * *";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Runs_each_time_that_it_is_due()
    {
        await using var probe = await ProbeHost.Start(host.Connection, settings: Tick("*/2 * * * * *"));
        // A schedule of less than a minute has no status, as on Azure.
        await probe.WaitFor("tick", times: 2);
    }

    [Fact]
    public async Task Runs_that_were_missed_are_made_up_for_by_one_that_knows_it()
    {
        var name = ProbeHost.NewName();
        await WriteStatus(name, "Tick", lastRun: -5, nextRun: -4);
        await using var probe = await ProbeHost.Start(host.Connection, name, Tick(EveryMinute));
        await probe.WaitUntil(async () => await probe.JournalCount(IsLate) > 0, "late run");
        await Task.Delay(500, Cancellation);
        Assert.Equal(1, await probe.JournalCount(IsLate));

        static bool IsLate(string entry) => entry.StartsWith("tick late", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_first_start_has_missed_nothing_and_keeps_the_next_time_in_storage()
    {
        await using var probe = await ProbeHost.Start(host.Connection, settings: Tick("0 0 0 1 1 *"));
        var status = await ReadStatus(probe.Name, "Tick");
        Assert.Equal((1, 1), (status.Next.Month, status.Next.Day));
        Assert.Equal(0, await probe.JournalCount(entry => entry.StartsWith("tick", StringComparison.Ordinal)));
        using var response = await probe.RunNow("Tick");
        await probe.WaitUntil(async () => await probe.JournalCount(entry => entry.StartsWith("tick", StringComparison.Ordinal)) == 1, "tick");
    }

    [Fact]
    public async Task A_changed_schedule_has_missed_nothing()
    {
        var name = ProbeHost.NewName();
        await WriteStatus(name, "Tick", lastRun: -5, nextRun: 3);
        await using var probe = await ProbeHost.Start(host.Connection, name, Tick("0 0 0 1 1 *"));
        Assert.Equal(0, await probe.JournalCount(entry => entry.StartsWith("tick", StringComparison.Ordinal)));
        Assert.Equal(1, (await ReadStatus(name, "Tick")).Next.Month);
    }

    [Fact]
    public async Task Runs_at_startup_if_configured_and_keeps_no_status_if_not_monitored()
    {
        await host.Probe.WaitFor("at start");
        Assert.Equal(1, await host.Probe.JournalCount(entry => entry == "at start"));
        var statuses = new List<string>();
        await foreach (var blob in host.Probe.Records.GetBlobsAsync(new GetBlobsOptions { Prefix = $"timers/{host.Probe.Name}/" }, Cancellation)) statuses.Add(blob.Name);
        Assert.Contains(statuses, blob => blob.Contains("Tick", StringComparison.Ordinal));
        Assert.DoesNotContain(statuses, blob => blob.Contains("Unmonitored", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_retry_policy_is_kept_to()
    {
        await using var probe = await ProbeHost.Start(host.Connection);
        using var response = await probe.RunNow("Retried");
        await probe.WaitFor("retried", times: 3);
        await Task.Delay(1000, Cancellation);
        Assert.Equal(3, await probe.JournalCount(entry => entry == "retried"));
    }

    private static Dictionary<string, string?> Tick(string schedule) => new() { ["PROBE_TICK"] = schedule };

    // In whole minutes from now, as a schedule has them: another time means a changed schedule.
    private async Task WriteStatus(string hostId, string timer, int lastRun, int nextRun)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var minute = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMinute));
        var status = string.Create(
            CultureInfo.InvariantCulture, $$"""{"Last":"{{minute.AddMinutes(lastRun):O}}","Next":"{{minute.AddMinutes(nextRun):O}}","LastUpdated":"{{minute.AddMinutes(lastRun):O}}"}""");
        var records = host.Probe.Records;
        await records.CreateIfNotExistsAsync(cancellationToken: Cancellation);
        await records.GetBlobClient($"timers/{hostId}/Host.Functions.{timer}/status").UploadAsync(BinaryData.FromString(status), Cancellation);
    }

    private async Task<(DateTime Last, DateTime Next)> ReadStatus(string hostId, string timer)
    {
        var content = await host.Probe.Records.GetBlobClient($"timers/{hostId}/Host.Functions.{timer}/status").DownloadContentAsync(Cancellation);
        var status = JsonConvert.DeserializeAnonymousType(content.Value.Content.ToString(), new { Last = default(DateTime), Next = default(DateTime) })!;
        return (status.Last, status.Next);
    }
}
