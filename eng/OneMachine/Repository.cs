namespace OneMachine;

/// <summary>The paths in the repository in which this program was built.</summary>
public static class Repository
{
    public static string Root { get; } = Find();

    public static string Samples => Path.Combine(Root, "samples");

    /// <summary>The app, built in the same configuration as this program.</summary>
    public static string Functions { get; } = Built("Functions");

    /// <summary>The local functions host, built in the same configuration as this program.</summary>
    public static string FunctionsHost { get; } = Built("FunctionsHost");

    /// <summary>The path of a project's assembly, built in the same configuration as this program.</summary>
    public static string Built(string project) =>
        Path.Combine(Root, "artifacts", "bin", project, Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)), $"{project}.dll");

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Functions.sln"))) return folder.FullName;
        throw new InvalidOperationException($"No parent folder of {AppContext.BaseDirectory} contains Functions.sln.");
    }
}
