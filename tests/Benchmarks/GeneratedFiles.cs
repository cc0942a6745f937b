using System.Text;
using System.Text.Json;
using DetainerLedger.Tests.Parsing;

namespace DetainerLedger.Benchmarks;

/// <summary>A week's report with any number of declined detainers, no two alike.</summary>
internal static class GeneratedFiles
{
    private static readonly string[] Places = ["Travis County, Texas", "Cook County, Illinois", "Kern County, California", "Clark County, Nevada", "Orange County, New York"];
    private static readonly double[] Columns = [40, 170, 260, 330, 400, 470, 590];

    public static byte[] Pdf(int rows)
    {
        using var printed = new PrintedReport { RowGap = 4 };
        printed.Title().Line("Section II: Jurisdictions with Recorded Declined Detainers", bold: true).Space();
        printed.Table(
            Columns,
            ["Jurisdiction", "LEA", "Citizenship", "Date Issued", "Date Declined", "Reason", "Notable Criminal Activity"],
            [.. Enumerable.Range(0, rows).Select(row => printed.Fit(
                Columns,
                750,
                [Places[row % Places.Length], $"Jail {row}", "Mexico", $"1/{1 + (row % 28)}/2017", $"2/{4 + (row % 7)}/2017", "Will not honor without a warrant", "Driving Under Influence Liquor (Charge)"]))]);
        return printed.Build();
    }

    public static byte[] Json(int rows) => Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new
    {
        week = "2017-02-04",
        declines = Enumerable.Range(0, rows).Select(row => new
        {
            jurisdiction = Places[row % Places.Length],
            agency = $"Jail {row}",
            citizenship = "Mexico",
            issued = $"2017-01-{1 + (row % 28):00}",
            declined = $"2017-02-{4 + (row % 7):00}",
            reason = "Will not honor without a warrant",
            activity = "Driving Under Influence Liquor (Charge)",
        }),
    }));
}
