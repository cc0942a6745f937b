namespace Runner;

/// <summary>Drops what is put into a folder, and again what is changed there.</summary>
internal sealed class DropFolder(string folder, Storage storage, Api api)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly Dictionary<string, (long Length, DateTime Written)> _seen = [];
    private readonly HashSet<string> _dropped = [];

    public async Task Watch(CancellationToken cancellation)
    {
        while (true)
        {
            foreach (var path in Settled().ToList())
            {
                try
                {
                    var outcome = await api.WaitFor(await storage.Drop(path, cancellation), Path.GetFileName(path), cancellation);
                    Console.WriteLine($"  {Path.GetFileName(path)}  {outcome.Text}");
                    _dropped.Add(path);
                }
                catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or Azure.RequestFailedException)
                {
                    Console.Error.WriteLine($"  {Path.GetFileName(path)}  could not be dropped, and is tried again: {failure.Message}");
                }
            }

            await Task.Delay(Pause, cancellation);
        }
    }

    // A file that is still being copied changes from one look to the next.
    private IEnumerable<string> Settled()
    {
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles().Where(file => !file.Name.StartsWith('.') && !file.Name.EndsWith('~')))
        {
            var now = (file.Length, file.LastWriteTimeUtc);
            var changed = !_seen.TryGetValue(file.FullName, out var before) || before != now;
            _seen[file.FullName] = now;
            if (changed) _dropped.Remove(file.FullName);
            else if (!_dropped.Contains(file.FullName)) yield return file.FullName;
        }
    }
}
