using System.Diagnostics;
using System.Net;
using OneMachine;

namespace FunctionsHost.Tests;

/// <summary>What a worker or a host leaves behind that ends in the middle of its work. The emulator's clock is moved where time has to pass.</summary>
public sealed class CrashTests : IAsyncLifetime
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("functions-host-");
    private Azurite _storage = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _storage = await Azurite.Start(_data.FullName, withMovableClock: true, Cancellation);

    public async ValueTask DisposeAsync()
    {
        await _storage.DisposeAsync();
        _data.Delete(recursive: true);
    }

    [Fact]
    public async Task A_worker_that_dies_fails_what_it_ran_and_the_next_one_takes_it_up()
    {
        await using var probe = await ProbeHost.Start(_storage.ConnectionString);
        var first = await probe.WorkerId();
        var waiting = probe.Http.GetAsync("api/wait/60000", Cancellation);
        await probe.WaitFor("wait begins");
        await probe.Upload("die-once", "x");
        await probe.WaitFor("blob die-once x", times: 2);

        using var failed = await waiting;
        Assert.Equal(HttpStatusCode.InternalServerError, failed.StatusCode);
        Assert.Empty(await failed.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.NotEqual(first, await probe.WorkerId());
        await probe.WaitUntil(async () => (await probe.Peek($"azure-webjobs-blobtrigger-{probe.Name}")).Count == 0, "empty queue");
        Assert.Equal(2, await probe.JournalCount(entry => entry == "blob die-once x"));
    }

    [Fact]
    public async Task Requests_wait_for_the_worker_that_follows_one_that_was_killed()
    {
        await using var probe = await ProbeHost.Start(_storage.ConnectionString);
        using var worker = Process.GetProcessById(await probe.WorkerId());
        worker.Kill();
        await probe.WaitForLine("Another one is started");
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => probe.WorkerId()));
        Assert.All(answers, id => Assert.NotEqual(worker.Id, id));
    }

    [Fact]
    public async Task A_blob_that_takes_its_worker_down_each_time_is_set_aside_and_the_host_stays()
    {
        await using var probe = await ProbeHost.Start(_storage.ConnectionString);
        await probe.Upload("die", "x");
        await probe.WaitUntil(async () => (await probe.Peek("webjobs-blobtrigger-poison")).Count > 0, "message in the poison queue");
        Assert.Equal(3, await probe.JournalCount(entry => entry == "blob die x"));
        Assert.True(await probe.WorkerId() > 0);
    }

    [Fact]
    public async Task What_a_killed_host_ran_comes_back_after_ten_minutes_and_leaves_no_process_behind()
    {
        var first = await ProbeHost.Start(_storage.ConnectionString);
        var worker = await first.WorkerId();
        await using (first)
        {
            await first.Upload("held-at-the-kill", "x");
            await first.WaitFor("blob held-at-the-kill x");
            await first.Kill();
        }

        await WaitForEnd(worker);
        await using var second = await ProbeHost.Start(_storage.ConnectionString, first.Name);
        await Task.Delay(3000, Cancellation);
        Assert.Equal(1, await second.JournalCount(entry => entry == "blob held-at-the-kill x"));
        await _storage.PassElevenMinutes();
        await second.Enqueue("jobs", "after");
        await second.Upload("wakes-the-listener", "x");
        await second.WaitFor("blob held-at-the-kill x", times: 2);
        await second.Release("held-at-the-kill");
        await second.WaitFor("blob held-at-the-kill ended");
    }

    [Fact]
    public async Task A_blob_that_a_stop_cuts_off_isn_t_cancelled_and_comes_back_after_ten_minutes()
    {
        var first = await ProbeHost.Start(_storage.ConnectionString, arguments: ["--stop-timeout", "1"]);
        await using (first)
        {
            await first.Upload("held-at-the-stop", "x");
            await first.WaitFor("blob held-at-the-stop x");
            await first.StopCleanly();
        }

        Assert.Equal(["at start", "blob held-at-the-stop x"], await first.Journal());
        await using var second = await ProbeHost.Start(_storage.ConnectionString, first.Name);
        await Task.Delay(3000, Cancellation);
        Assert.Equal(1, await second.JournalCount(entry => entry == "blob held-at-the-stop x"));
        await _storage.PassElevenMinutes();
        await second.Upload("wakes-the-listener", "x");
        await second.WaitFor("blob held-at-the-stop x", times: 2);
        await second.Release("held-at-the-stop");
        await second.WaitFor("blob held-at-the-stop ended");
    }

    [Fact]
    public async Task No_process_is_left_of_a_host_that_was_killed_at_any_moment()
    {
        foreach (var milliseconds in (int[])[300, 700, 1500])
        {
            using var host = Process.Start(new ProcessStartInfo("dotnet", [ProbeHost.HostAssembly, ProbeHost.ProbeAssembly, "--port", "0"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment = { ["AzureWebJobsStorage"] = _storage.ConnectionString, ["FunctionsHost__FunctionKey"] = "key" },
            })!;
            await Task.Delay(milliseconds, Cancellation);
            var children = ChildrenOf(host.Id);
            host.Kill();
            await host.WaitForExitAsync(Cancellation);
            foreach (var child in children) await WaitForEnd(child);
        }
    }

    private static async Task WaitForEnd(int process)
    {
        for (var tries = 0; Directory.Exists($"/proc/{process}"); tries++)
        {
            Assert.True(tries < 600, $"Process {process} outlives its host.");
            await Task.Delay(100, Cancellation);
        }
    }

    private static int[] ChildrenOf(int process)
    {
        try
        {
            return [.. File.ReadAllText($"/proc/{process}/task/{process}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => int.Parse(id, System.Globalization.CultureInfo.InvariantCulture))];
        }
        catch (IOException)
        {
            return [];
        }
    }
}
