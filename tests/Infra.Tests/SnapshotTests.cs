using System.Diagnostics;
using OneMachine;

namespace DetainerLedger.Infra.Tests;

public sealed class SnapshotTests
{
    [Fact]
    public async Task The_templates_compile_without_a_warning_to_the_committed_snapshots()
    {
        var check = new ProcessStartInfo(Path.Combine(Repository.Root, "eng", "infra")) { RedirectStandardError = true };
        using var process = Process.Start(check)!;
        var complaints = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, complaints);
    }
}
