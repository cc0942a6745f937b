namespace Runner;

internal static class Repository
{
    public static string Root { get; } = Find();

    public static string Samples => Path.Combine(Root, "samples");

    /// <summary>The app, built together with this program.</summary>
    public static string Functions { get; } = Path.Combine(
        Root, "artifacts", "Local", "bin", "Functions", Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)), "Functions.dll");

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Functions.sln"))) return folder.FullName;
        throw new RunException($"No folder above {AppContext.BaseDirectory} holds Functions.sln.");
    }
}
