using System.Net;
using System.Net.Sockets;
using Acceptance.App;
using OneMachine;

namespace Acceptance;

/// <summary>What <c>eng/run</c> says when it can't do what it was asked for: a line, not a stack trace, and nothing left behind.</summary>
public sealed class RunFailureTests : IDisposable
{
    private readonly string _data = Path.Combine(Path.GetTempPath(), $"detainer-ledger-{Path.GetRandomFileName()}");

    public void Dispose()
    {
        if (Directory.Exists(_data)) Directory.Delete(_data, recursive: true);
    }

    [Fact]
    public async Task Every_option_in_the_help_is_known()
    {
        var options = File.ReadLines(Path.Combine(Repository.Root, "eng", "Runner", "help.txt"))
            .Where(line => line.StartsWith("  --", StringComparison.Ordinal))
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[0])
            .ToList();

        Assert.Contains("--local-webhooks", options);
        foreach (var option in options)
        {
            await using var run = RunCommand.Start(option, "--help");
            Assert.True(await run.Ended() == 0, $"{option}: {run.Output}");
        }
    }

    [Theory]
    [InlineData("FunctionsHost.dll", "The functions exited unexpectedly")]
    [InlineData("start.cjs", "The storage emulator exited unexpectedly")]
    public async Task Ends_when_what_it_started_dies(string child, string message)
    {
        await using var run = RunCommand.Start("--data", _data, "--port", "0", "--no-samples");
        await run.WaitFor("Ready: ");
        var children = run.Children();

        run.KillChild(child);

        Assert.Equal(1, await run.Ended());
        Assert.Contains(message, run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(children, RunCommand.IsRunning);
    }

    [Fact]
    public async Task Names_a_port_that_is_in_use()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = $"{((IPEndPoint)listener.LocalEndpoint).Port}";

        await using var run = RunCommand.Start("--data", _data, "--port", port);

        Assert.Equal(1, await run.Ended());
        Assert.Contains($"Port {port} is in use", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_a_data_folder_that_another_run_uses()
    {
        await using var first = RunCommand.Start("--data", _data, "--port", "0", "--no-samples");
        await first.WaitFor("Ready: ");

        await using var second = RunCommand.Start("--data", _data, "--port", "0");

        Assert.Equal(1, await second.Ended());
        Assert.Contains(_data, second.Output, StringComparison.Ordinal);
        first.Terminate();
        Assert.Equal(0, await first.Ended());
    }

    [Theory]
    [InlineData("nonsense", "AzureWebJobsStorage is not a connection string")]
    [InlineData("AccountName=here;AccountKey=c2VjcmV0;BlobEndpoint=http://127.0.0.1:9/here", "Could not create a container")]
    public async Task Says_what_is_wrong_with_an_account(string account, string message)
    {
        await using var run = RunCommand.Start(["--data", _data, "--port", "0"], [("AzureWebJobsStorage", account)]);

        Assert.Equal(1, await run.Ended());
        Assert.Contains(message, run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("c2VjcmV0", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Uses_a_given_account_and_starts_no_emulator()
    {
        await using var azurite = await Azurite.Start(Path.Combine(_data, "account"), cancellation: TestContext.Current.CancellationToken);
        await using var run = RunCommand.Start(
            ["--data", Path.Combine(_data, "run"), "--port", "0", "--no-samples"], [("AzureWebJobsStorage", azurite.ConnectionString)]);
        await run.WaitFor("Ready: ");

        Assert.Contains(run.Lines, line => line.Contains(azurite.ConnectionString, StringComparison.Ordinal));
        // The host and the worker.
        Assert.Equal(2, run.Children().Count);
        run.Terminate();
        Assert.Equal(0, await run.Ended());
        Assert.False(azurite.Ended.IsCompleted);
    }
}
