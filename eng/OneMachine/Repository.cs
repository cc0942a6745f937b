namespace OneMachine;

/// <summary>Where things are in the repository that this program was built in.</summary>
public static class Repository
{
    public static string Root { get; } = Find();

    public static string Samples => Path.Combine(Root, "samples");

    /// <summary>The app, built in the same configuration as this program.</summary>
    public static string Functions { get; } = Built("Functions");

    /// <summary>The local host of functions, built in the same configuration as this program.</summary>
    public static string FunctionsHost { get; } = Built("FunctionsHost");

    /// <summary>Where the assembly of a project is, built in the same configuration as this program.</summary>
    public static string Built(string project) =>
        Path.Combine(Root, "artifacts", "bin", project, Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)), $"{project}.dll");

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Functions.sln"))) return folder.FullName;
        throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds Functions.sln.");
    }
}
