using System.Text.Json;
using DetainerLedger.Parsing.Tables;
using DetainerLedger.Reports;
using OneMachine;
using UglyToad.PdfPig;

namespace DetainerLedger.Tests.Parsing;

/// <summary>
/// Reports printed by many producers in many looks, each beside the facts that a reader must find in it: see tests/corpus.
/// CORPUS names another folder of such files.
/// </summary>
public sealed class CorpusTests
{
    private static readonly string Folder = Environment.GetEnvironmentVariable("CORPUS") ?? Path.Combine(Repository.Root, "tests", "corpus", "pdf");

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public static TheoryData<string> Files => [.. Directory.GetFiles(Folder, "*.pdf").Select(file => Path.GetFileName(file)).Order()];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_fact_is_read(string file)
    {
        var reading = Samples.ReadReport(Bytes(file));
        var (facts, expected) = (reading.Facts, Expected(file));

        Assert.Equal((expected.Start, expected.End), (facts.Period.Start, facts.Period.End));
        Assert.Equal(
            (expected.DetainersIssued, expected.HighestVolumeTotal, expected.DetainersDeclined), (facts.DetainersIssued, facts.HighestVolumeTotal, facts.DeclinedAsStated));
        Assert.Equal(expected.HighestVolume, facts.HighestVolume.Select(row => new PrintedVolume(row.AsPrinted, row.Issued)));
        Assert.Equal(expected.Declined, facts.Declines.Select(PrintedDecline.Of));
        Assert.Equal(
            expected.Policies.Select(row => (row.Jurisdiction, row.Aor, row.Enacted, row.Policy, string.Join('\n', row.Criteria))),
            facts.Listings.Select(row => (row.AsPrinted, row.Aor, row.Enacted, row.Policy, string.Join('\n', row.Criteria))));
        Assert.Equal(expected.Notices, facts.Notices.Select(notice => notice.Text));
        Assert.Equal(expected.SectionTitles, facts.SectionTitles);
        Assert.Equal((expected.Definition, expected.Scope), (facts.Definition, facts.Scope));
        Assert.Empty(reading.Remarks);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_row_stands_where_it_says(string file)
    {
        var facts = Samples.ReadReport(Bytes(file)).Facts;
        using var document = PdfDocument.Open(Bytes(file));
        var pages = document.GetPages().ToDictionary(page => page.Number, page => CellReader.Text(string.Concat(page.Letters.Select(letter => letter.Value))));

        AssertWhere([.. facts.HighestVolume.Select(row => (row.AsPrinted, row.Source))]);
        AssertWhere([.. facts.Declines.Select(row => (row.AsPrinted, row.Source))]);
        AssertWhere([.. facts.Listings.Select(row => (row.AsPrinted, row.Source))]);

        void AssertWhere(IReadOnlyList<(string Place, SourceLocation Source)> rows)
        {
            Assert.Equal(Enumerable.Range(1, rows.Count), rows.Select(row => row.Source.Row!.Value));
            Assert.Equal(rows.Select(row => row.Source.Page).Order(), rows.Select(row => row.Source.Page));

            // A row can begin at a page's foot with less than its name, and a name that stands for several rows is printed once.
            Assert.All(rows, row => Assert.Contains(
                row.Place.Split(' ', ',')[0], string.Concat(Enumerable.Range(row.Source.Page!.Value - 1, 3).Select(page => pages.GetValueOrDefault(page))), StringComparison.Ordinal));
        }
    }

    private static byte[] Bytes(string file) => File.ReadAllBytes(Path.Combine(Folder, file));

    private static PrintedFacts Expected(string file) =>
        JsonSerializer.Deserialize<PrintedFacts>(File.ReadAllBytes(Path.Combine(Folder, Path.ChangeExtension(file, ".expected.json"))), Web)!;
}

/// <summary>The facts that a file of the corpus states. A column that it lacks is null.</summary>
internal sealed record PrintedFacts(
    DateOnly Start,
    DateOnly End,
    int DetainersIssued,
    int HighestVolumeTotal,
    int DetainersDeclined,
    IReadOnlyList<PrintedVolume> HighestVolume,
    IReadOnlyList<PrintedDecline> Declined,
    IReadOnlyList<PrintedPolicy> Policies,
    IReadOnlyList<string> Notices,
    IReadOnlyList<string> SectionTitles,
    string Definition,
    string Scope);

internal sealed record PrintedVolume(string Jurisdiction, int Issued);

internal sealed record PrintedDecline(string Jurisdiction, string? Lea, string? Citizenship, DateOnly? Issued, DateOnly? Declined, string? Reason, string? Activity)
{
    public static PrintedDecline Of(DeclinedDetainer row) => new(
        row.AsPrinted, row.Agency, row.Citizenship, row.Issued, row.Declined, row.Reason, row.Activity is null ? null : $"{row.Activity} ({Mark(row.Disposition)})");

    private static string Mark(string? disposition) => disposition switch
    {
        "charge" => "Charge",
        "conviction" => "Conviction",
        _ => "?",
    };
}

internal sealed record PrintedPolicy(string Jurisdiction, string? Aor, string? Enacted, string? Policy, IReadOnlyList<string> Criteria);
