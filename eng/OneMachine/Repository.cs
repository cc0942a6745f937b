namespace OneMachine;

/// <summary>Where things are in the repository that this program was built in.</summary>
public static class Repository
{
    public static string Root { get; } = Find();

    public static string Samples => Path.Combine(Root, "samples");

    /// <summary>The app, built in the same configuration as this program.</summary>
    public static string Functions { get; } = Path.Combine(
        Root, "artifacts", "Local", "bin", "Functions", Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)), "Functions.dll");

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Functions.sln"))) return folder.FullName;
        throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds Functions.sln.");
    }
}
