using DetainerLedger.Parsing.Tables;

namespace DetainerLedger.Tests.Parsing;

/// <summary>Cells that are left blank because those above apply to their rows too; the same for every format.</summary>
public sealed class BlankCellTests
{
    [Fact]
    public void An_agency_in_the_first_column_that_is_left_blank_below_applies_to_the_rows_of_its_county()
    {
        var rows = SectionCells.Read(
            ReportSection.Declined,
            ["LEA", "County", "City", "State", "Date Issued", "Date Declined"],
            ["Travis County Jail", "Travis County", "Austin", "Texas", "2017-01-05", "2017-02-05"],
            [null, "Travis County", null, "Texas", "2017-01-06", "2017-02-06"],
            [null, "Harris County", "Houston", "Texas", "2017-01-07", "2017-02-07"]);

        Assert.Equal(["Travis County Jail", "Travis County Jail", null], rows.Declines.Select(row => row.Agency));
    }

    [Fact]
    public void A_column_of_states_before_the_places_applies_to_the_rows_below_it()
    {
        var rows = SectionCells.Read(
            ReportSection.Declined,
            ["State", "Jurisdiction", "Date Declined"],
            ["California", "Orange County", "2017-02-05"],
            [null, "Santa Clara County", "2017-02-05"],
            [null, "Travis County", "2017-02-05"]);

        Assert.Equal(["Orange County, California", "Santa Clara County, California", "Travis County"], rows.Declines.Select(row => row.AsPrinted));
        Assert.Equal(("unresolved-jurisdiction", 3), (Assert.Single(rows.Remarks).Code, rows.Remarks[0].Source!.Row));
    }

    [Fact]
    public void A_column_of_no_field_at_the_left_keeps_no_agency_from_the_rows_below()
    {
        string[] header = ["No.", .. SectionCells.Declined];
        var rows = SectionCells.Read(
            ReportSection.Declined,
            header,
            ["1", "New York City", "New York", "Rikers Island", "2017-01-20", "2017-02-05", "No warrant"],
            ["2", null, null, null, "2017-01-21", "2017-02-06", "No warrant"]);

        Assert.Equal(["Rikers Island", "Rikers Island"], rows.Declines.Select(row => row.Agency));
    }

    [Fact]
    public void An_agency_left_blank_below_the_same_place_in_full_is_questioned_and_not_filled_in()
    {
        string[] header = [SectionCells.Declined[2], SectionCells.Declined[0], SectionCells.Declined[1], .. SectionCells.Declined[3..]];
        var rows = SectionCells.Read(
            ReportSection.Declined,
            header,
            ["Rikers Island", "New York City", "New York", "2017-01-20", "2017-02-05", "No warrant"],
            [null, "New York City", "New York", "2017-01-21", "2017-02-06", "No warrant"],
            [null, "New York City", "New York", "2017-01-22", "2017-02-06", "No warrant"],
            [null, "Albany", "New York", "2017-01-22", "2017-02-06", "No warrant"]);

        Assert.Equal(["Rikers Island", null, null, null], rows.Declines.Select(row => row.Agency));
        Assert.Equal([2, 3], rows.Remarks.Where(check => check.Code == "blank-agency").Select(check => check.Source!.Row));
    }

    [Fact]
    public void Agencies_that_are_blank_only_below_rows_of_their_place_are_those_above()
    {
        string[] header = [SectionCells.Declined[2], SectionCells.Declined[0], SectionCells.Declined[1], .. SectionCells.Declined[3..]];
        string?[][] table =
        [
            .. new[] { ("Rikers Island", "New York City", "New York"), ("Albany County Jail", "Albany County", "New York"), ("Travis County Jail", "Travis County", "Texas") }
                .SelectMany(place => Enumerable.Range(0, 3).Select(row => new[] { row == 0 ? place.Item1 : null, place.Item2, place.Item3, "2017-01-20", "2017-02-05", "No warrant" })),
        ];

        var rows = SectionCells.Read(ReportSection.Declined, header, table);

        Assert.Equal([3, 3, 3], rows.Declines.CountBy(row => row.Agency ?? "").Select(agency => agency.Value));
        Assert.Empty(rows.Remarks);
    }

    [Fact]
    public void A_place_left_blank_applies_to_a_row_of_its_agency_and_state_also_below_a_heading_of_that_state()
    {
        var rows = SectionCells.Read(
            ReportSection.Declined,
            ["Jurisdiction", "Reason", "State", "LEA", "Date Declined"],
            ["New York City", "One", "New York", "Rikers Island", "2017-02-05"],
            ["NEW YORK", null, null, null, null],
            [null, "Two", "New York", "Rikers Island", "2017-02-06"],
            [null, "Three", "New York", "Albany County Jail", "2017-02-06"]);

        Assert.Equal(["New York City, New York", "New York City, New York", "New York"], rows.Declines.Select(row => row.AsPrinted));
        Assert.Equal(3, Assert.Single(rows.Remarks, check => check.Code == "unresolved-jurisdiction").Source!.Row);
    }

    [Fact]
    public void A_place_that_continues_keeps_its_agency()
    {
        var rows = SectionCells.Read(
            ReportSection.Declined,
            SectionCells.Declined,
            ["Travis County", "Texas", "Travis County Jail", "2017-01-05", "2017-02-05", "One"],
            ["Travis County, Texas (continued)"],
            [null, null, null, "2017-01-06", "2017-02-06", "Two"]);

        Assert.Equal(["Travis County Jail", "Travis County Jail"], rows.Declines.Select(row => row.Agency));
    }

    [Fact]
    public void A_place_left_blank_below_applies_to_the_rows_as_does_its_agency()
    {
        var rows = SectionCells.Read(
            ReportSection.Declined,
            SectionCells.Declined,
            ["New York City", "New York", "Rikers Island", "2017-01-05", "2017-02-05", "One"],
            [null, null, null, "2017-01-06", "2017-02-06", "Two"],
            ["Travis County", "Texas", null, "2017-01-07", "2017-02-07", "Three"]);

        Assert.Equal(["New York City, New York", "New York City, New York", "Travis County, Texas"], rows.Declines.Select(row => row.AsPrinted));
        Assert.Equal(["Rikers Island", "Rikers Island", null], rows.Declines.Select(row => row.Agency));
        Assert.Equal([11, 12, 13], rows.Declines.Select(row => row.Source.Page!.Value));
    }

    [Fact]
    public void A_place_alone_applies_to_the_rows_below_that_leave_it_blank()
    {
        var rows = SectionCells.Read(ReportSection.Declined, SectionCells.Declined, ["Travis County", "Texas"], [null, null, "Jail", "2017-01-06", "2017-02-06", "Two"]);

        Assert.Equal("Travis County, Texas", Assert.Single(rows.Declines).AsPrinted);
        Assert.Empty(rows.Remarks);
    }
}
