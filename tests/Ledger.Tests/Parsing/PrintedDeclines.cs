using DetainerLedger.Reports;

namespace DetainerLedger.Tests.Parsing;

/// <summary>A table of Section II with three rows, whose columns are in an unusual order, and what they are read as.</summary>
internal static class PrintedDeclines
{
    public static readonly string[][] Rows =
    [
        ["Texas", "1/15/2017", "2/5/2017", "Travis County", "Travis County Jail", "Mexico", "Burglary\n(Conviction)", "Will not honor\nICE detainer"],
        ["New York", "12/1/2016", "2/6/2017", "New York City", "Rikers Island,\nQueens", "Honduras", "Assault (Charge)", "Will not honor\nICE detainer"],
        ["Texas", "1/16/2017", "2/7/2017", "Travis County", "Travis County Jail", "El Salvador", "Larceny\n(Charge)", "Requires a\njudicial warrant\nor court order"],
    ];

    public static readonly string[] Headers =
        ["State", "Detainer\nIssued Date", "Date\nDeclined", "Jurisdiction", "LEA", "Country of\nCitizenship", "Notable Criminal\nActivity", "Reason"];

    public static readonly double[] Columns = [40, 100, 165, 230, 320, 420, 500, 600];

    public static void AssertReadFrom(WeeklyReport report)
    {
        Assert.Equal(["Travis County, Texas", "New York City, New York", "Travis County, Texas"], report.Declines.Select(row => row.AsPrinted));
        Assert.Equal(["Travis County Jail", "Rikers Island, Queens", "Travis County Jail"], report.Declines.Select(row => row.Agency));
        Assert.Equal(["Mexico", "Honduras", "El Salvador"], report.Declines.Select(row => row.Citizenship));
        Assert.Equal([new DateOnly(2017, 1, 15), new DateOnly(2016, 12, 1), new DateOnly(2017, 1, 16)], report.Declines.Select(row => row.Issued!.Value));
        Assert.Equal([new DateOnly(2017, 2, 5), new DateOnly(2017, 2, 6), new DateOnly(2017, 2, 7)], report.Declines.Select(row => row.Declined!.Value));
        Assert.Equal(["Burglary", "Assault", "Larceny"], report.Declines.Select(row => row.Activity));
        Assert.Equal(["conviction", "charge", "charge"], report.Declines.Select(row => row.Disposition));
        Assert.Equal(
            ["Will not honor ICE detainer", "Will not honor ICE detainer", "Requires a judicial warrant or court order"], report.Declines.Select(row => row.Reason));
    }
}
