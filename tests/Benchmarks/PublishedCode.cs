using OneMachine;

namespace DetainerLedger.Benchmarks;

/// <summary>
/// A program as it is built, in a folder of its own, in which each assembly that <c>eng/publish</c> compiled ahead of time replaces the
/// one that is compiled while it runs.
/// </summary>
internal sealed class PublishedCode : IDisposable
{
    private PublishedCode(string path) => Path = path;

    /// <summary>Where <c>eng/publish</c> puts the app.</summary>
    public static string Folder { get; } = System.IO.Path.Combine(Repository.Root, "artifacts", "publish");

    public static bool Exists => File.Exists(System.IO.Path.Combine(Folder, "Functions.dll"));

    /// <summary>The folder of the program.</summary>
    public string Path { get; }

    /// <param name="project">The name of a project that is built.</param>
    public static PublishedCode For(string project)
    {
        var built = System.IO.Path.GetDirectoryName(Repository.Built(project))!;
        var folder = Directory.CreateTempSubdirectory("ledger-published-").FullName;
        foreach (var file in Directory.EnumerateFiles(built, "*", SearchOption.AllDirectories))
        {
            var relative = System.IO.Path.GetRelativePath(built, file);
            var target = System.IO.Path.Combine(folder, relative);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            var compiled = System.IO.Path.Combine(Folder, relative);
            File.Copy(relative.EndsWith(".dll", StringComparison.Ordinal) && File.Exists(compiled) ? compiled : file, target);
        }

        return new PublishedCode(folder);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
