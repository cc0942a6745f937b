using DetainerLedger.Parsing.Tables;
using DetainerLedger.Reports;

namespace DetainerLedger.Tests.Parsing;

/// <summary>Columns whose headers no one knows, and whose values show what they hold.</summary>
public sealed class ColumnsByValuesTests
{
    private static readonly ReportingWeek Week = new(new DateOnly(2017, 2, 4), new DateOnly(2017, 2, 10));

    [Theory]
    [InlineData(ReportField.DeclinedOn, "2/5/2017", "2/6/2017")]
    [InlineData(ReportField.Agency, "Travis County Jail", "Sheriff’s Office")]
    [InlineData(ReportField.Citizenship, "Mexico", "China, People’s Republic of")]
    [InlineData(ReportField.Reason, "Will not honor ICE detainer", "Requires judicial warrant or court order")]
    [InlineData(ReportField.Activity, "Burglary (Conviction)", "Assault (Charge)")]
    public void A_column_with_an_unknown_header_holds_the_field_that_its_values_show(ReportField field, params string[] values)
    {
        var map = Find(["Jurisdiction", "Date Issued", "Zzz"], values);

        Assert.Equal(2, map.IndexOf(field));
        Assert.Empty(map.UnknownColumns);
        var check = Assert.Single(ColumnChecks.Of(map, new SourceLocation(default, 3, null), "page 3"), check => check.Code == "unknown-column");
        Assert.Contains("“Zzz”", check.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_two_columns_with_such_values_none_is_chosen() =>
        Assert.Equal([2, 3], Find(["Jurisdiction", "Date Issued", "Zzz", "Yyy"], "Travis County Jail", "Sheriff’s Office").UnknownColumns);

    [Fact]
    public void A_field_that_has_a_column_gets_no_other() =>
        Assert.Equal([2], Find(["Jurisdiction", "Agency", "Zzz"], "Travis County Jail", "Sheriff’s Office").UnknownColumns);

    [Theory]
    [InlineData("Zzz", "10/5/2018", "10/6/2018")]
    [InlineData("Zzz", "A-000017", "A-000018")]
    [InlineData("Country of Birth", "Mexico", "Honduras")]
    public void Days_outside_of_the_week_numbers_and_countries_of_birth_are_left_out(string header, params string[] values) =>
        Assert.Equal([2], Find(["Jurisdiction", "Date Issued", header], values).UnknownColumns);

    [Fact]
    public void Few_values_show_nothing() =>
        Assert.Equal([1], ColumnsByValues.Find(ColumnMap.Of(ReportSection.Declined, ["Jurisdiction", "Zzz"]), [Row("Travis County", "Mexico")], Week).UnknownColumns);

    [Fact]
    public void A_policy_and_its_criteria_are_found_together()
    {
        var rows = Enumerable.Range(0, 8).Select(_ => Row("Lane County, Oregon", "County ordinance", "Requires a judicial warrant or court order")).ToList();

        var map = ColumnsByValues.Find(ColumnMap.Of(ReportSection.Listed, ["Jurisdiction", "Zzz", "Yyy"]), rows, Week);

        Assert.Equal((1, 2), (map.IndexOf(ReportField.Policy), map.IndexOf(ReportField.Criteria)));
    }

    // Every column but the first two has the values, in turn.
    private static ColumnMap Find(string[] headers, params string[] values)
    {
        var rows = Enumerable.Range(0, 8).Select(number => Row(["Travis County, Texas", "1/2/2017", .. headers.Skip(2).Select(_ => values[number % values.Length])])).ToList();
        return ColumnsByValues.Find(ColumnMap.Of(ReportSection.Declined, headers), rows, Week);
    }

    private static TableRow Row(params string[] cells) => new(1, [.. cells.Select(cell => (IReadOnlyList<string>)[cell])]);
}
