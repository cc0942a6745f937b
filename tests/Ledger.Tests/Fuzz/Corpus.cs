using System.Buffers;
using DetainerLedger.Parsing.Json;
using DetainerLedger.Tests.Parsing;
using OneMachine;

namespace DetainerLedger.Tests.Fuzz;

/// <summary>All files that a reader is meant to read, and a report as it goes out.</summary>
internal static class Corpus
{
    private static readonly string[] Formats = [".pdf", ".json", ".xlsx", ".csv"];

    public static IReadOnlyList<string> Files { get; } =
    [
        .. new[] { "samples", "tests/corpus/pdf", "tests/corpus/xlsx", "tests/corpus/text", "tests/workbooks", "docs/examples" }
            .Select(folder => Path.Combine(Repository.Root, folder))
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            .Where(file => Formats.Contains(Path.GetExtension(file)) && !file.Contains("expected", StringComparison.Ordinal))
            .Select(file => Path.GetRelativePath(Repository.Root, file))
            .Order(StringComparer.Ordinal),
    ];

    internal const string AsJson = "a report.json";

    public static TheoryData<string> Names => [.. Files, AsJson];

    public static byte[] Bytes(string name)
    {
        if (name != AsJson) return File.ReadAllBytes(Path.Combine(Repository.Root, name));
        var json = new ArrayBufferWriter<byte>();
        ReportJson.Write(Samples.ReadReport(Samples.Bytes("ddor2017_02-04to02-10.pdf")).Facts, json);
        return json.WrittenSpan.ToArray();
    }
}
