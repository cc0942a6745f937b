using DetainerLedger.Corpus.Oracle;
using DetainerLedger.Parsing;
using DetainerLedger.Places;
using DetainerLedger.Reports;
using OneMachine;

namespace DetainerLedger.Tests.Parsing;

/// <summary>The oracle that rates readings must itself see what it is there for.</summary>
public sealed class OracleTests
{
    private static readonly string File = Path.Combine(Repository.Root, "tests", "corpus", "pdf", "chromium-51.pdf");

    private static readonly ExpectedFacts Expected = ExpectedFacts.Of(File);

    private static readonly Reading.Report Read = Samples.ReadReport(System.IO.File.ReadAllBytes(File));

    private static readonly NameResolver Places = new(JurisdictionRegister.Default);

    [Fact]
    public void A_right_reading_is_right() => Assert.Equal(Outcome.Right, Rate(Read).Outcome);

    [Fact]
    public void Cells_that_changed_places_within_a_row_are_seen()
    {
        var row = Read.Facts.Declines[3];
        var differences = Rate(With(3, row with { Reason = row.Citizenship, Citizenship = row.Reason })).Differences;

        Assert.Equal([DifferenceKind.Swapped, DifferenceKind.Swapped], differences.Select(one => one.Kind));
        Assert.All(differences, one => Assert.Equal(4, one.Row));
    }

    [Fact]
    public void A_cell_of_the_next_row_is_seen()
    {
        var rows = Read.Facts.Declines;
        var at = Enumerable.Range(0, rows.Count - 1).First(index => rows[index].Declined != rows[index + 1].Declined);
        var rating = Rate(With(at, rows[at] with { Declined = rows[at + 1].Declined }));

        Assert.Equal(Outcome.SilentlyWrong, rating.Outcome);
        Assert.Equal(DifferenceKind.Swapped, Assert.Single(rating.Differences).Kind);
    }

    [Fact]
    public void A_lost_row_is_flagged_by_the_stated_total_and_silent_without_it()
    {
        var lost = Read with { Facts = Read.Facts with { Declines = [.. Read.Facts.Declines.Skip(1)] } };

        var flagged = Rate(lost);
        Assert.Equal(Outcome.Flagged, flagged.Outcome);
        Assert.Contains(flagged.Differences, one => one.Kind == DifferenceKind.LostRow);

        var listing = Read with { Facts = Read.Facts with { Listings = [.. Read.Facts.Listings.Skip(1)] } };
        Assert.Equal(Outcome.SilentlyWrong, Rate(listing).Outcome);
    }

    [Fact]
    public void A_made_up_row_is_seen()
    {
        var first = Read.Facts.Listings[0];
        var madeUp = first with { Jurisdiction = Places.Resolve("Ames, Iowa"), AsPrinted = "Ames, Iowa", Policy = "No policy", Enacted = "1999", Criteria = ["None"] };
        var rating = Rate(Read with { Facts = Read.Facts with { Listings = [first, madeUp, .. Read.Facts.Listings.Skip(1)] } });

        Assert.Equal(Outcome.SilentlyWrong, rating.Outcome);
        Assert.Equal(DifferenceKind.MadeUpRow, Assert.Single(rating.Differences).Kind);
    }

    [Fact]
    public void A_check_about_another_row_covers_nothing()
    {
        var row = Read.Facts.Declines[10];
        var wrong = With(10, row with { Reason = "Something else" });

        Assert.Equal(Outcome.Flagged, Rate(Checked(wrong, row.Source)).Outcome);
        Assert.Equal(Outcome.SilentlyWrong, Rate(Checked(wrong, Read.Facts.Declines[2].Source)).Outcome);
    }

    [Fact]
    public void A_needless_check_is_not_wholly_right() =>
        Assert.Equal(Outcome.Questioned, Rate(Checked(Read, Read.Facts.Declines[0].Source)).Outcome);

    private static Reading.Report With(int index, DeclinedDetainer row) =>
        Read with { Facts = Read.Facts with { Declines = [.. Read.Facts.Declines.Take(index), row, .. Read.Facts.Declines.Skip(index + 1)] } };

    private static Reading.Report Checked(Reading.Report reading, SourceLocation source) =>
        reading with { Remarks = [.. reading.Remarks, new Check("mixed-row", CheckSeverity.Warning, "A test's own.", source)] };

    private static Rating Rate(Reading reading) => Rating.Of(Expected, reading, Places);
}
