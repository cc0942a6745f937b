namespace FunctionsHost.Tests;

/// <summary>Several hosts of one host ID share their work, as instances do on Azure.</summary>
public sealed class TwoHostsTests(SharedHost host)
{
    [Fact]
    public async Task They_share_messages_and_blobs_without_duplicates_and_one_of_them_runs_the_timers()
    {
        var name = ProbeHost.NewName();
        var settings = new Dictionary<string, string?> { ["PROBE_TICK"] = "*/2 * * * * *", ["AzureFunctionsJobHost__extensions__queues__batchSize"] = "1" };
        await using var first = await ProbeHost.Start(host.Connection, name, settings);
        await using var second = await ProbeHost.Start(host.Connection, name, settings, arguments: "--no-events");

        // As many as it takes until both have had one.
        var messages = new List<string>();
        await first.WaitUntil(async () =>
        {
            foreach (var number in Enumerable.Range(messages.Count, 4)) messages.Add($"slow-1-{number}");
            foreach (var message in messages[^4..]) await first.Enqueue("words", message);
            foreach (var message in messages[^4..]) await first.WaitFor($"word {message} ended");
            return Executed(first, "OnWord") && Executed(second, "OnWord");
        }, "message that the other host executed");
        await first.Upload("shared", "x");
        await first.WaitFor("blob shared x");
        await first.WaitUntil(() => Task.FromResult(Executed(first, "Tick")), "tick of the first host");

        var journal = await first.Journal();
        Assert.All(messages, message => Assert.Single(journal, entry => entry == $"word {message}"));
        Assert.Single(journal, "blob shared x");
        Assert.False(Executed(second, "Tick"));
    }

    [Fact]
    public async Task Without_events_no_blob_is_run_on()
    {
        await using var probe = await ProbeHost.Start(host.Connection, arguments: ["--no-events"]);
        await probe.Blobs.CreateIfNotExistsAsync(cancellationToken: TestContext.Current.CancellationToken);
        await probe.Upload("unseen");
        await Task.Delay(1500, TestContext.Current.CancellationToken);
        Assert.Equal(0, await probe.JournalCount(entry => entry.StartsWith("blob", StringComparison.Ordinal)));
    }

    private static bool Executed(ProbeHost probe, string function) =>
        probe.Output.Any(line => line.Contains($"Executed '{function}' (Succeeded", StringComparison.Ordinal));
}
