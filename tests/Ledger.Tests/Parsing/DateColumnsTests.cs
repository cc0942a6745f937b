using DetainerLedger.Parsing.Tables;
using DetainerLedger.Places;
using DetainerLedger.Reports;

namespace DetainerLedger.Tests.Parsing;

/// <summary>Days whose day and month could be swapped are decided for the columns of a table as a whole.</summary>
public sealed class DateColumnsTests
{
    [Fact]
    public void One_day_that_can_only_be_read_with_the_day_first_decides_for_all()
    {
        var rows = Read(("05/01/2017", "04/02/2017"), ("25/01/2017", "05/02/2017"));

        Assert.Equal([(new DateOnly(2017, 1, 5), new DateOnly(2017, 2, 4)), (new DateOnly(2017, 1, 25), new DateOnly(2017, 2, 5))], Days(rows));
        Assert.Empty(rows.Remarks);
    }

    [Fact]
    public void The_week_decides_where_every_day_could_be_a_month()
    {
        Assert.Equal([(new DateOnly(2017, 1, 5), new DateOnly(2017, 2, 6))], Days(Read(("05.01.2017", "06.02.2017"))));
        Assert.Equal([(new DateOnly(2017, 1, 5), new DateOnly(2017, 2, 6))], Days(Read(("1/5/2017", "2/6/2017"))));
    }

    [Fact]
    public void Columns_that_nothing_decides_say_so()
    {
        var rows = Read(("1/2/2016", "3/5/2016"));

        Assert.Equal([(new DateOnly(2016, 1, 2), new DateOnly(2016, 3, 5))], Days(rows));
        Assert.Equal(("ambiguous-dates", 10), (Assert.Single(rows.Remarks).Code, rows.Remarks[0].Source!.Page));
    }

    [Fact]
    public void A_column_that_mixes_both_ways_says_so_and_names_the_rows_that_could_be_either()
    {
        var rows = Read(("13/1/2017", "2/5/2017"), ("1/14/2017", "2/6/2017"), ("1/2/2017", "2/7/2017"));

        Assert.Equal([new DateOnly(2017, 1, 13), new DateOnly(2017, 1, 14), new DateOnly(2017, 1, 2)], rows.Declines.Select(row => row.Issued!.Value));
        Assert.Equal(["ambiguous-dates", "unreadable-value"], rows.Remarks.Select(remark => remark.Code));
        Assert.Equal(3, rows.Remarks[1].Source!.Row);
    }

    [Fact]
    public void Full_width_digits_are_read_and_questioned_where_a_font_draws_them()
    {
        Assert.Equal([(new DateOnly(2017, 1, 5), new DateOnly(2017, 2, 6))], Days(Read(("１/５/２０１７", "２/６/２０１７"))));
        Assert.Empty(Read(("１/５/２０１７", "２/６/２０１７")).Remarks);

        var drawn = Read(isDrawn: true, ("1/5/2017", "２/６/２０１７"));
        Assert.Equal([(new DateOnly(2017, 1, 5), new DateOnly(2017, 2, 6))], Days(drawn));
        Assert.Equal(("unreadable-value", 1), (Assert.Single(drawn.Remarks).Code, drawn.Remarks[0].Source!.Row));
    }

    [Theory]
    [InlineData("42740", "42771")]
    [InlineData("41278", "41309")]
    public void Days_that_are_stored_as_numbers_are_read_by_the_week(string issued, string declined) =>
        Assert.Equal([(new DateOnly(2017, 1, 5), new DateOnly(2017, 2, 5))], Days(Read((issued, declined))));

    private static IEnumerable<(DateOnly, DateOnly)> Days(SectionRows rows) => rows.Declines.Select(row => (row.Issued!.Value, row.Declined!.Value));

    private static SectionRows Read(params (string Issued, string Declined)[] days) => Read(isDrawn: false, days);

    private static SectionRows Read(bool isDrawn, params (string Issued, string Declined)[] days)
    {
        var read = new SectionRows(new NameResolver(JurisdictionRegister.Default), Samples.Id)
        {
            Period = new ReportingWeek(new DateOnly(2017, 2, 4), new DateOnly(2017, 2, 10)),
            IsDrawn = isDrawn,
        };
        var columns = ColumnMap.Of(ReportSection.Declined, ["Jurisdiction", "Date Issued", "Date Declined"]);
        read.AddTable(columns, [.. days.Select((day, index) => new TableRow(11 + index, [["Travis County, Texas"], [day.Issued], [day.Declined]]))], 10, "row 10");
        return read;
    }
}
