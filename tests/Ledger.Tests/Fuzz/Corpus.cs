using OneMachine;

namespace DetainerLedger.Tests.Fuzz;

/// <summary>All files that a reader is meant to read.</summary>
internal static class Corpus
{
    private static readonly string[] Formats = [".pdf", ".json", ".xlsx", ".csv"];

    public static IReadOnlyList<string> Files { get; } =
    [
        .. new[] { Repository.Samples, Path.Combine(Repository.Root, "tests", "corpus") }
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            .Where(file => Formats.Contains(Path.GetExtension(file)) && !file.Contains("expected", StringComparison.Ordinal))
            .Select(file => Path.GetRelativePath(Repository.Root, file))
            .Order(StringComparer.Ordinal),
    ];

    public static TheoryData<string> Names => [.. Files];

    public static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Repository.Root, name));
}
