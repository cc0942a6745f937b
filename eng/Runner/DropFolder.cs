using Azure;

namespace Runner;

/// <summary>Watches a folder, and drops each file that is added or changed.</summary>
internal sealed class DropFolder(string folder, Storage storage, Api api)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    // The names that editors, browsers and copy programs use for unfinished files.
    private static readonly string[] Unfinished = ["~", ".tmp", ".part", ".partial", ".crdownload", ".download", ".swp"];

    private readonly Dictionary<string, (long Length, DateTime Written)> _seen = [];
    private readonly HashSet<string> _dropped = [];
    private readonly Dictionary<string, string> _failures = [];

    public async Task Watch(CancellationToken cancellation)
    {
        while (true)
        {
            foreach (var path in Settled()) await Drop(path, cancellation);
            await Task.Delay(Pause, cancellation);
        }
    }

    private async Task Drop(string path, CancellationToken cancellation)
    {
        var name = Path.GetFileName(path);
        try
        {
            var outcome = await api.WaitFor(await storage.Drop(path, cancellation), name, cancellation);
            Console.WriteLine($"  {name}  {outcome.Text}");
            _dropped.Add(path);
            _failures.Remove(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or RequestFailedException or HttpRequestException)
        {
            // It is retried on every scan, but reported only once.
            if (_failures.TryGetValue(path, out var reported) && reported == failure.Message) return;
            _failures[path] = failure.Message;
            Console.Error.WriteLine($"  {name}  could not be dropped and will be retried: {failure.Message}");
        }
    }

    // A file that is still being copied changes between scans.
    private List<string> Settled()
    {
        var settled = new List<string>();
        foreach (var file in Files())
        {
            var now = (file.Length, file.LastWriteTimeUtc);
            var changed = !_seen.TryGetValue(file.FullName, out var before) || before != now;
            _seen[file.FullName] = now;
            if (changed) _dropped.Remove(file.FullName);
            else if (!_dropped.Contains(file.FullName)) settled.Add(file.FullName);
        }

        return settled;
    }

    private List<FileInfo> Files()
    {
        try
        {
            return [.. new DirectoryInfo(folder).EnumerateFiles().Where(file => IsFinished(file.Name) && file.Exists)];
        }
        // It may come back, such as a share that is temporarily not mounted.
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static bool IsFinished(string name) =>
        !name.StartsWith('.') && !Unfinished.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}
