using System.IO.Compression;

namespace DetainerLedger.Functions.Api.Export;

/// <summary>
/// Packs all tables, their descriptor and a README: a Frictionless Data Package (specs.frictionlessdata.io).
/// </summary>
public static class DataPackage
{
    // The earliest time that a zip file can represent.
    private static readonly DateTimeOffset Earliest = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static async Task Write(ExportSource source, Stream output, CancellationToken cancellation)
    {
        await using var zip = await ZipArchive.CreateAsync(
            output, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellation);
        await Add("datapackage.json", (file, stop) => file.WriteAsync(PackageDescriptor.Write(source), stop).AsTask());
        await Add("README.md", (file, stop) => file.WriteAsync(PackageReadme.Write(source), stop).AsTask());
        foreach (var table in ExportTables.All) await Add(table.FileName, (file, stop) => table.Write(source, file, stop));

        async Task Add(string name, Func<Stream, CancellationToken, Task> write)
        {
            var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
            // A fixed time, so that the same facts always give the same bytes.
            entry.LastWriteTime = source.LastPublished ?? Earliest;
            await using var file = await entry.OpenAsync(cancellation);
            await write(file, cancellation);
        }
    }
}
