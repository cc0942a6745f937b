using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using DetainerLedger.Checks;
using DetainerLedger.Parsing;
using DetainerLedger.Reports;
using DetainerLedger.Tests.Parsing;
using OneMachine;

namespace DetainerLedger.Tests.Fuzz;

/// <summary>
/// Each corpus file is changed many times: FUZZ_ROUNDS says how many times, and FUZZ_SEED in which way. Without a seed, it is the same
/// way in every run. A file that breaks a promise is kept in artifacts/fuzz. <c>eng/fuzz</c> runs this with a fresh seed.
/// </summary>
public sealed class FuzzTests
{
    private const int UsualRounds = 5;

    private static readonly ReadingLimits Limits = new() { Time = TimeSpan.FromSeconds(10) };

    // A reader that notices its end late, on a machine that others share.
    private static readonly TimeSpan MostTime = Limits.Time * 2;

    private static readonly int Rounds = Setting("FUZZ_ROUNDS", UsualRounds);

    private static readonly int FirstSeed = Setting("FUZZ_SEED", 0);

    [Theory]
    [MemberData(nameof(Corpus.Names), MemberType = typeof(Corpus))]
    public void A_changed_file_is_read_or_refused_and_nothing_is_made_up(string file)
    {
        var content = Corpus.Bytes(file);
        // The facts of the unchanged file are compared one by one by CorpusTests: what is found wrong with it here is a limit of this
        // comparison, which takes a row's lines from the words of its cells.
        var limit = Broken(content, unchanged: null);
        var unchanged = Samples.Read(content, limits: Limits) is Reading.Report { Facts: var facts } ? FactsFingerprint.Of(facts) : null;
        var violations = new ConcurrentQueue<string>();
        // Each read has a thread of its own, for which these wait: without a limit there would be ever more of them.
        Parallel.For(0, Rounds, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, round =>
        {
            var changed = Mutations.Of(file, content, new Random(Seed(file, round)));
            if (Broken(changed, unchanged) is { } broken && broken != limit) violations.Enqueue($"{Keep(file, round, changed)}: {broken}");
        });
        Assert.True(violations.IsEmpty, string.Join(Environment.NewLine, violations));
    }

    // The same in every process, as the hash code of a string isn't.
    private static int Seed(string file, int round) =>
        Encoding.UTF8.GetBytes(file).Aggregate(unchecked((FirstSeed * 7919) + round), (seed, letter) => unchecked((seed * 31) + letter));

    [Fact]
    public void A_made_up_cell_would_be_noticed()
    {
        var content = Samples.Bytes("ddor2017_02-04to02-10.pdf");
        var read = Samples.ReadReport(content);
        var row = read.Facts.Declines[0];

        Assert.Null(PublishedCells.FirstMadeUp(read, content));
        Assert.Equal("Nowhere", PublishedCells.FirstMadeUp(With(row with { Agency = "Jail of Nowhere" }), content));
        Assert.Equal("2018-03-05", PublishedCells.FirstMadeUp(With(row with { Declined = new DateOnly(2018, 3, 5) }), content));

        Reading.Report With(DeclinedDetainer first) => read with { Facts = read.Facts with { Declines = [first, .. read.Facts.Declines.Skip(1)] } };
    }

    [Theory]
    [InlineData("ddor2017_02-04to02-10.pdf")]
    [InlineData("json")]
    [InlineData("csv")]
    public void Mixed_moved_and_lost_rows_would_be_noticed(string file)
    {
        var content = file switch
        {
            "json" => Corpus.Bytes(Corpus.AsJson),
            "csv" => File.ReadAllBytes(Path.Combine(Repository.Root, "tests", "corpus", "text", "csv-2-day-first-dates.csv")),
            _ => Samples.Bytes(file),
        };
        var read = Samples.ReadReport(content) with { Remarks = [] };
        var rows = read.Facts.Declines;
        var (first, other) = (rows[0], rows.First(row => row.Issued is not null && row.Issued != rows[0].Issued && row.Activity != rows[0].Activity));

        if (file != "csv") Assert.Null(PublishedRows.FirstWrong(read, content));
        Assert.NotNull(PublishedRows.FirstWrong(With([first with { Activity = other.Activity, Reason = "Honors only for listed offenses" }, .. rows.Skip(1)]), content));
        if (file.EndsWith(".pdf", StringComparison.Ordinal)) return;
        Assert.NotNull(PublishedRows.FirstWrong(With([first with { Agency = first.Citizenship, Citizenship = first.Agency }, .. rows.Skip(1)]), content));
        Assert.NotNull(PublishedRows.FirstWrong(With([.. rows.Skip(1)]), content));

        Reading.Report With(IReadOnlyList<DeclinedDetainer> changed) => read with { Facts = read.Facts with { Declines = changed } };
    }

    private static int Setting(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : usual;

    /// <param name="unchanged">The fingerprint of the facts of the file before it was changed: CorpusTests compares these one by one.</param>
    private static string? Broken(byte[] content, string? unchanged)
    {
        var start = Stopwatch.GetTimestamp();
        Reading reading;
        try
        {
            reading = Samples.Read(content, limits: Limits);
            if (reading is Reading.Report { Facts: var facts }) ReportChecks.Of(facts, null);
        }
        catch (Exception thrown) when (thrown is not OperationCanceledException)
        {
            return thrown.ToString();
        }

        if (Stopwatch.GetElapsedTime(start) is var taken && taken > MostTime) return $"It took {taken.TotalSeconds:N0} seconds.";
        if (reading is not Reading.Report report || FactsFingerprint.Of(report.Facts) == unchanged) return null;
        return PublishedCells.FirstMadeUp(report, content) is { } madeUp ? $"“{madeUp}” is published, and is nowhere in the file." : PublishedRows.FirstWrong(report, content);
    }

    private static string Keep(string file, int round, byte[] content)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "fuzz"));
        var name = string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(file)}-{FirstSeed}-{round}{Path.GetExtension(file)}");
        var kept = Path.Combine(folder.FullName, name);
        File.WriteAllBytes(kept, content);
        return kept;
    }
}
