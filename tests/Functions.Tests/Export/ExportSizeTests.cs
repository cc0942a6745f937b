using System.IO.Compression;
using DetainerLedger.Functions.Api.Export;

namespace DetainerLedger.Functions.Tests.Export;

public sealed class ExportSizeTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_table_is_sent_week_by_week_as_it_is_read()
    {
        var counts = new TenYears();
        var body = new Watched(() => counts.Read);

        await ExportTables.Find("declines")!.Write(new ExportSource(counts, counts.View, null), body, Cancellation);

        Assert.Equal(TenYears.Weeks, counts.Read);
        Assert.Equal(TenYears.Weeks * TenYears.DeclinesOfAWeek + 1, body.Lines);
        Assert.Equal(Enumerable.Range(0, TenYears.Weeks + 1), body.ReadAtEachWrite);
    }

    [Fact]
    public async Task The_package_reads_each_report_once_for_each_table_of_rows_and_buffers_nothing()
    {
        var counts = new TenYears();
        var body = new Watched(() => counts.Read);

        await DataPackage.Write(new ExportSource(counts, counts.View, null), body, Cancellation);

        Assert.Equal(4 * TenYears.Weeks, counts.Read);
        Assert.True(body.ReadAtEachWrite.Count(read => read < 2 * TenYears.Weeks) > 100, "Most of it waits for the end.");
        using var zip = new ZipArchive(body.All());
        Assert.Equal(
            ["datapackage.json", "README.md", .. ExportTables.All.Select(table => table.FileName)],
            zip.Entries.Select(entry => entry.FullName));
    }

    /// <summary>A body that notes how much was read whenever some of it is sent.</summary>
    private sealed class Watched(Func<int> read) : MemoryStream
    {
        public List<int> ReadAtEachWrite { get; } = [];

        public int Lines { get; private set; }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            ReadAtEachWrite.Add(read());
            Lines += buffer.Span.Count((byte)'\n');
            return base.WriteAsync(buffer, cancellationToken);
        }

        public MemoryStream All() => new(ToArray());
    }
}
