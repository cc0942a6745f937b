using System.Collections.Concurrent;
using DetainerLedger.Corpus.Oracle;
using DetainerLedger.Parsing;
using DetainerLedger.Parsing.Tables;
using DetainerLedger.Places;
using DetainerLedger.Reports;
using OneMachine;
using UglyToad.PdfPig;

namespace DetainerLedger.Tests.Parsing;

/// <summary>
/// Reports printed by many producers, in many looks and with the oddities of real files, each beside the facts that a reader must
/// find in it: see tests/corpus. CORPUS names another folder of such files.
/// </summary>
public sealed class CorpusTests
{
    private static readonly string[] Folders = Environment.GetEnvironmentVariable("CORPUS") is { Length: > 0 } folder
        ? [folder]
        : [.. new[] { "pdf", "xlsx", "text" }.Select(name => Path.Combine(Repository.Root, "tests", "corpus", name))];

    private static readonly Dictionary<string, string> Paths = Folders
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        .Where(file => !file.EndsWith(".expected.json", StringComparison.Ordinal) && File.Exists(ExpectedFacts.FileOf(file)))
        .ToDictionary(file => Path.GetFileName(file));

    private static readonly NameResolver Places = new(JurisdictionRegister.Default);

    // Each file is read once for all tests.
    private static readonly ConcurrentDictionary<string, Lazy<Reading>> Read = [];

    public static TheoryData<string> Files => [.. Paths.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Without any oddity, and printed as a person would expect.</summary>
    public static TheoryData<string> TidyPdfs =>
        [.. Paths.Where(file => Path.GetExtension(file.Key) == ".pdf" && ExpectedFacts.Of(file.Value) is { Kinds.Count: 0, Allowed.Count: 1 }).Select(file => file.Key).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_fact_is_read_or_the_file_is_questioned_where_its_facts_allow_it(string file)
    {
        var expected = ExpectedFacts.Of(Paths[file]);
        var rating = Rating.Of(expected, ReadingOf(file), Places);

        Assert.True(rating.IsAllowed(expected), $"{rating.Outcome}, and {string.Join(" or ", expected.Allowed)} was expected. {Describe(rating)}");
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void No_fact_is_silently_wrong(string file)
    {
        var rating = Rating.Of(ExpectedFacts.Of(Paths[file]), ReadingOf(file), Places);

        Assert.True(rating.Outcome != Outcome.SilentlyWrong, Describe(rating));
    }

    [Theory]
    [MemberData(nameof(TidyPdfs))]
    public void Every_row_is_where_its_source_says(string file)
    {
        var facts = Assert.IsType<Reading.Report>(ReadingOf(file)).Facts;
        using var document = PdfDocument.Open(Bytes(file));
        var pages = document.GetPages().ToDictionary(page => page.Number, page => CellReader.Text(string.Concat(page.Letters.Select(letter => letter.Value))));

        AssertWhere([.. facts.HighestVolume.Select(row => (row.AsPrinted, row.Source))]);
        AssertWhere([.. facts.Declines.Select(row => (row.AsPrinted, row.Source))]);
        AssertWhere([.. facts.Listings.Select(row => (row.AsPrinted, row.Source))]);

        void AssertWhere(IReadOnlyList<(string Place, SourceLocation Source)> rows)
        {
            Assert.Equal(Enumerable.Range(1, rows.Count), rows.Select(row => row.Source.Row!.Value));
            Assert.Equal(rows.Select(row => row.Source.Page).Order(), rows.Select(row => row.Source.Page));

            // A row can begin at a page's foot with less than its name, and a name that applies to several rows is printed once.
            Assert.All(rows, row => Assert.Contains(
                row.Place.Split(' ', ',')[0], string.Concat(Enumerable.Range(row.Source.Page!.Value - 1, 3).Select(page => pages.GetValueOrDefault(page))), StringComparison.Ordinal));
        }
    }

    private static string Describe(Rating rating)
    {
        const int Most = 10;
        var lines = rating.Differences.Take(Most).Select(one => $"{one.Section} page {one.Page} row {one.Row} [{one.Kind}{(rating.Unsaid.Contains(one) ? ", unsaid" : "")}] {one.Description}")
            .Concat(rating.NeedlessChecks.Take(Most).Select(check => $"{check.Code}: {check.Message}"));
        return string.Join('\n', lines.Prepend(rating.Refusal ?? $"{rating.Differences.Count} differences"));
    }

    private static Reading ReadingOf(string file) => Read.GetOrAdd(file, name => new(() => Samples.Read(Bytes(name)))).Value;

    private static byte[] Bytes(string file) => File.ReadAllBytes(Paths[file]);
}
