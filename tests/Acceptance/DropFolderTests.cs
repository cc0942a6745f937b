using Acceptance.App;

namespace Acceptance;

/// <summary>A folder that <c>eng/run --drop</c> watches.</summary>
public sealed class DropFolderTests : IDisposable
{
    private readonly string _data = Path.Combine(Path.GetTempPath(), $"detainer-ledger-{Path.GetRandomFileName()}");

    public void Dispose()
    {
        if (Directory.Exists(_data)) Directory.Delete(_data, recursive: true);
    }

    [Fact]
    public async Task What_is_put_or_changed_there_is_read_once_it_is_complete()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_data, "drop")).FullName;
        var cancellation = TestContext.Current.CancellationToken;
        await File.WriteAllBytesAsync(Path.Combine(folder, "before.pdf"), Report(Samples.FirstWeek), cancellation);
        await File.WriteAllTextAsync(Path.Combine(folder, "download.pdf.crdownload"), "not yet", cancellation);
        await File.WriteAllTextAsync(Path.Combine(folder, ".hidden"), "not for us", cancellation);
        await using var run = RunCommand.Start("--data", Path.Combine(_data, "data"), "--port", "0", "--no-samples", "--drop", folder);

        await run.WaitFor("  before.pdf  published: the week of 2017-01-28");
        await File.WriteAllTextAsync(Path.Combine(folder, "changing.pdf"), "no report", cancellation);
        await run.WaitFor("  changing.pdf  rejected");
        await File.WriteAllBytesAsync(Path.Combine(folder, "changing.pdf"), Report(Samples.SecondWeek), cancellation);
        await run.WaitFor("  changing.pdf  published: the week of 2017-02-04");
        File.Move(Path.Combine(folder, "download.pdf.crdownload"), Path.Combine(folder, "download.pdf"));
        await run.WaitFor("  download.pdf  rejected");

        Assert.DoesNotContain("hidden", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("crdownload", run.Output, StringComparison.Ordinal);
        run.Terminate();
        Assert.Equal(0, await run.Ended());
    }

    private static byte[] Report(string week) => Samples.Bytes(Samples.ReportOf(week));
}
