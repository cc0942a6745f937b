using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace DetainerLedger.Storage.Backup;

/// <summary>
/// A backup on disk. Every file is named by its content and never overwritten; the manifest, which names those that count, is
/// replaced last and at once. So an interrupted backup leaves the earlier one as it was, and a repeated one copies only what is new.
/// </summary>
public sealed class BackupFolder(string path)
{
    private const string ManifestName = "backup.json";
    private const int HashInName = 16;

    private readonly string _tables = Path.Combine(path, "tables");
    private readonly string _files = Path.Combine(path, "files");

    private string ManifestPath => Path.Combine(path, ManifestName);

    /// <exception cref="BackupException">The folder has no complete backup, or one that this version can't read.</exception>
    public BackupManifest ReadManifest()
    {
        try
        {
            using var file = File.OpenRead(ManifestPath);
            var manifest = JsonSerializer.Deserialize(file, BackupJson.Default.BackupManifest);
            if (manifest?.Format != BackupManifest.CurrentFormat)
                throw new BackupException($"{ManifestPath} has the format {manifest?.Format}; this version reads the format {BackupManifest.CurrentFormat}.");
            return manifest;
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new BackupException($"{path} has no complete backup: there is no {ManifestName}.");
        }
        catch (JsonException failure)
        {
            throw new BackupException($"{ManifestPath} is damaged: {failure.Message}", failure);
        }
    }

    /// <summary>Completes the backup, and removes the tables of an earlier one.</summary>
    public void Complete(BackupManifest manifest)
    {
        var unfinished = ManifestPath + ".new";
        using (var file = new FileStream(unfinished, FileMode.Create))
        {
            JsonSerializer.Serialize(file, manifest, BackupJson.Default.BackupManifest);
            file.Flush(flushToDisk: true);
        }

        File.Move(unfinished, ManifestPath, overwrite: true);
        var named = manifest.Tables.Select(table => table.File.Name).Append(manifest.Originals.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(_tables))
            if (!named.Contains(Path.GetFileName(file))) File.Delete(file);
    }

    /// <summary>Writes lines to a file whose name begins with the given one.</summary>
    public async Task<BackupFile> WriteLines(string name, IAsyncEnumerable<ReadOnlyMemory<byte>> lines, CancellationToken cancellation)
    {
        Directory.CreateDirectory(_tables);
        var unfinished = Path.Combine(_tables, name + ".new");
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var count = 0L;
        await using (var file = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16))
        {
            await foreach (var line in lines.WithCancellation(cancellation))
            {
                await Write(file, line);
                await Write(file, "\n"u8.ToArray());
                count++;
            }

            file.Flush(flushToDisk: true);
        }

        var sha256 = Convert.ToHexStringLower(hash.GetHashAndReset());
        var written = new BackupFile($"{name}-{sha256[..HashInName]}.jsonl", count, sha256);
        File.Move(unfinished, Path.Combine(_tables, written.Name), overwrite: true);
        return written;

        async Task Write(FileStream file, ReadOnlyMemory<byte> bytes)
        {
            hash.AppendData(bytes.Span);
            await file.WriteAsync(bytes, cancellation);
        }
    }

    public async IAsyncEnumerable<string> ReadLines(BackupFile file, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var reader = new StreamReader(TablePath(file), Encoding.UTF8);
        while (await reader.ReadLineAsync(cancellation) is { } line) yield return line;
    }

    /// <summary>Keeps a file under its hash.</summary>
    /// <returns>Its SHA-256, in lower-case hex.</returns>
    public async Task<string> KeepFile(Stream content, CancellationToken cancellation)
    {
        Directory.CreateDirectory(_files);
        var unfinished = Path.Combine(_files, Path.GetRandomFileName() + ".new");
        try
        {
            await using (var file = new FileStream(unfinished, FileMode.CreateNew))
            {
                await content.CopyToAsync(file, cancellation);
                file.Flush(flushToDisk: true);
            }

            var sha256 = await Hash(unfinished, cancellation);
            File.Move(unfinished, FilePath(sha256), overwrite: true);
            return sha256;
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    public Stream OpenFile(string sha256) => File.OpenRead(FilePath(sha256));

    /// <summary>Whether the folder has this file, undamaged.</summary>
    public async Task<bool> HasFile(string sha256, CancellationToken cancellation) =>
        File.Exists(FilePath(sha256)) && await Hash(FilePath(sha256), cancellation) == sha256;

    /// <summary>Checks every file that the manifest names.</summary>
    /// <exception cref="BackupException">One is missing or damaged.</exception>
    public async Task Verify(BackupManifest manifest, CancellationToken cancellation)
    {
        foreach (var file in manifest.Tables.Select(table => table.File).Append(manifest.Originals))
        {
            if (!File.Exists(TablePath(file))) throw new BackupException($"{TablePath(file)} is missing.");
            if (await Hash(TablePath(file), cancellation) != file.Sha256) throw new BackupException($"{TablePath(file)} is damaged: its hash differs.");
        }

        var originals = ReadLines(manifest.Originals, cancellation);
        await foreach (var sha256 in originals.Concat(manifest.Dropped.Select(file => file.Sha256).ToAsyncEnumerable()).WithCancellation(cancellation))
            if (!await HasFile(sha256, cancellation)) throw new BackupException($"{FilePath(sha256)} is missing or damaged.");
    }

    private static async Task<string> Hash(string file, CancellationToken cancellation)
    {
        await using var content = File.OpenRead(file);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellation));
    }

    // The names are from a manifest that somebody may have edited.
    private string TablePath(BackupFile file) => Path.Combine(_tables, Path.GetFileName(file.Name));

    private string FilePath(string sha256) => Path.Combine(_files, Path.GetFileName(sha256));
}
