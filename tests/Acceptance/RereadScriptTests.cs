using System.Diagnostics;
using Acceptance.App;
using OneMachine;

namespace Acceptance;

/// <summary><c>eng/reread</c> against a running app.</summary>
public sealed class RereadScriptTests(SampleLedger ledger)
{
    [Fact]
    public async Task It_asks_for_every_revision_and_says_what_came_of_each()
    {
        var (exit, output) = await Run(ledger.App.Http.BaseAddress!.ToString(), TheApp.Key);

        Assert.Equal(0, exit);
        foreach (var week in Samples.Weeks) Assert.Contains($"{week}  revision 1  current", output, StringComparison.Ordinal);
        Assert.EndsWith("current: 3, same: 0, reread: 0, failed: 0", output.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_right_key_it_stops_and_says_so()
    {
        var (exit, output) = await Run(ledger.App.Http.BaseAddress!.ToString(), "wrong");

        Assert.Equal(2, exit);
        Assert.Contains("401", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_address_it_explains_itself()
    {
        var (exit, output) = await Run();

        Assert.Equal(2, exit);
        Assert.StartsWith("usage: eng/reread ADDRESS", output, StringComparison.Ordinal);
    }

    private static async Task<(int Exit, string Output)> Run(params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(Repository.Root, "eng", "reread"), arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var script = Process.Start(start)!;
        var errors = script.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await script.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await script.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (script.ExitCode, output + await errors);
    }
}
