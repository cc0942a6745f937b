using System.Diagnostics;
using System.Net;

namespace FunctionsHost.Tests;

/// <summary>A stop takes nothing new, and lets what runs come to its end, up to a limit.</summary>
public sealed class StopTests(SharedHost host)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_request_is_answered_before_the_host_ends()
    {
        await using var probe = await ProbeHost.Start(host.Connection);
        var request = probe.Http.GetAsync("api/wait/2000", Cancellation);
        await probe.WaitFor("wait begins");
        await probe.StopCleanly();
        using var response = await request;
        Assert.Equal((HttpStatusCode.OK, "waited"), (response.StatusCode, await response.Content.ReadAsStringAsync(Cancellation)));
    }

    [Fact]
    public async Task A_request_that_takes_longer_than_it_may_is_cut_off_and_its_function_cancelled()
    {
        await using var probe = await ProbeHost.Start(host.Connection, arguments: ["--stop-timeout", "1"]);
        var request = probe.Http.GetAsync("api/wait/60000", Cancellation);
        await probe.WaitFor("wait begins");
        await probe.StopCleanly();
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => request);
        Assert.Contains("wait cancelled", await probe.Journal());
    }

    [Fact]
    public async Task A_blob_and_a_message_are_done_with_before_the_host_ends()
    {
        await using var probe = await ProbeHost.Start(host.Connection);
        await probe.Upload("slow-2-at-the-stop", "x");
        await probe.Enqueue("jobs", "slow-2-at-the-stop");
        await probe.WaitFor("blob slow-2-at-the-stop x");
        await probe.WaitFor("message slow-2-at-the-stop 1");
        await probe.StopCleanly();
        var journal = await probe.Journal();
        Assert.Contains("blob slow-2-at-the-stop ended", journal);
        Assert.Contains("message slow-2-at-the-stop ended", journal);
        Assert.Empty(await probe.Peek($"azure-webjobs-blobtrigger-{probe.Name}"));
        Assert.Empty(await probe.Peek($"{probe.Name}-jobs"));
    }

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task A_signal_stops_the_host_and_its_worker(string signal)
    {
        await using var probe = await ProbeHost.Start(host.Connection);
        var worker = await probe.WorkerId();
        await Signal(signal, probe.Id);
        await probe.Ended.WaitAsync(TimeSpan.FromSeconds(60), Cancellation);
        await probe.StopCleanly();
        Assert.False(IsRunning(worker));
    }

    [Fact]
    public async Task A_stop_while_the_app_still_starts_is_a_stop_too()
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [ProbeHost.HostAssembly, ProbeHost.ProbeAssembly, "--port", "0", "--stop-with-input"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["AzureWebJobsStorage"] = host.Connection, ["FunctionsHost__FunctionKey"] = "key" },
        })!;
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync(Cancellation);
        Assert.DoesNotContain("Listening on", await process.StandardOutput.ReadToEndAsync(Cancellation), StringComparison.Ordinal);
        await process.WaitForExitAsync(Cancellation);
        Assert.Equal((0, ""), (process.ExitCode, await error));
    }

    private static async Task Signal(string signal, int process)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{process}"]);
        await kill.WaitForExitAsync(Cancellation);
    }

    private static bool IsRunning(int process) => Directory.Exists($"/proc/{process}");
}
