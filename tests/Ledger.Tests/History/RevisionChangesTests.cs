using DetainerLedger.History;
using DetainerLedger.Reports;
using static DetainerLedger.Tests.History.MadeReports;

namespace DetainerLedger.Tests.History;

public sealed class RevisionChangesTests
{
    private static readonly WeeklyReport Before = Report(Listing(Travis)) with
    {
        HighestVolume = [Issued(Travis, 20), Issued(Denver, 10)],
        Declines = [Declined(Travis, 1), Declined(Travis, 2), Declined(Nassau, 3)],
        Notices = [Notice("A notice.")],
        SectionTitles = ["Section I"],
        Scope = "The scope.",
        Definition = "The definition.",
        DeclinedAsStated = 3,
        HighestVolumeTotal = 30,
    };

    [Fact]
    public void Says_nothing_of_what_stayed()
    {
        var elsewhere = Before.Declines.Reverse().Select((row, i) => row with { Source = row.Source with { Row = i } });
        var changes = Changes(Before with { Declines = [.. elsewhere] });

        Assert.Equal(new AlteredTotals(null, null, null), changes.Totals);
        Assert.Equal(new RowChanges(0, 0), changes.Declines);
        Assert.Empty(changes.Issued);
        Assert.Empty(changes.Listings.Added);
        Assert.Empty(changes.Listings.Removed);
        Assert.Empty(changes.Listings.Altered);
        Assert.Empty(changes.Other);
    }

    [Fact]
    public void Lists_the_totals_that_differ() => Assert.Equal(
        new AlteredTotals(new AlteredTotal(100, null), new AlteredTotal(3, 2), null),
        Changes(Before with { DetainersIssued = null, Declines = [.. Before.Declines.Skip(1)] }).Totals);

    [Fact]
    public void A_row_that_reads_differently_was_removed_and_added()
    {
        var altered = Before with { Declines = [.. Before.Declines.Take(2), Before.Declines[2] with { Reason = "Another" }] };

        Assert.Equal(new RowChanges(1, 1), Changes(altered).Declines);
    }

    [Fact]
    public void Of_rows_that_say_the_same_each_counts()
    {
        Assert.Equal(new RowChanges(0, 1), Changes(Before with { Declines = [.. Before.Declines.Skip(1)] }).Declines);
        Assert.Equal(new RowChanges(1, 0), Changes(Before with { Declines = [Declined(Travis, 9), .. Before.Declines] }).Declines);
    }

    [Fact]
    public void A_jurisdiction_that_Section_I_does_not_name_is_unknown_and_not_zero() => Assert.Equal(
        [new AlteredVolume(Travis, 20, 21), new AlteredVolume(Nassau, null, 5), new AlteredVolume(Denver, 10, null)],
        Changes(Before with { HighestVolume = [Issued(Travis, 21), Issued(Nassau, 5)] }).Issued);

    [Fact]
    public void Names_all_else_that_reads_differently() => Assert.Equal(
        ["notices", "sectionTitles", "scope", "definition", "declinedAsStated", "highestVolumeTotal"],
        Changes(Before with
        {
            Notices = [],
            SectionTitles = [],
            Scope = null,
            Definition = null,
            DeclinedAsStated = null,
            HighestVolumeTotal = null,
        }).Other);

    private static RevisionChanges Changes(WeeklyReport revision) => RevisionChanges.Between(Before.Published(1), revision.Published(2));
}
