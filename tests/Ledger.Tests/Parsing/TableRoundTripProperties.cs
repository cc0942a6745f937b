using System.Globalization;
using System.Text;
using CsCheck;
using DetainerLedger.Parsing.Tables;
using DetainerLedger.Reports;

namespace DetainerLedger.Tests.Parsing;

/// <summary>Whatever the cells of a report contain, it is read back from a file that was made of it.</summary>
public sealed class TableRoundTripProperties
{
    private const string Letters = "abzABZ019 ,;'\"=-+@&<>()[]{}#%/\\|_.:!?ñô’“–…";

    private static readonly Gen<string?> Text = Gen.Char[Letters].Array[0, 40].Select(letters => CellReader.Text(new string(letters))).Select(text => text?.Trim());

    private static readonly Gen<DateOnly?> Day = Gen.Int[0, 3000].Select(days => days % 7 == 0 ? (DateOnly?)null : new DateOnly(2012, 1, 1).AddDays(days));

    private static readonly Gen<DeclinedDetainer> Decline = Gen.Select(Text, Text, Text, Day, Day, Gen.Int[0, 46]).Select(row =>
        Samples.Facts("ddor2017_02-04to02-10").Declines[row.Item6] with
        {
            Agency = Filled(row.Item1),
            Citizenship = Filled(row.Item2),
            Reason = Filled(row.Item3),
            Issued = row.Item4,
            Declined = row.Item5,
        });

    private static readonly Gen<PolicyListing> Listing = Gen.Select(Text, Text.Array[0, 4], Gen.Int[0, 149]).Select(row =>
        Samples.Facts("ddor2017_02-04to02-10").Listings[row.Item3] with { Policy = Filled(row.Item1), Criteria = [.. row.Item2.Select(Filled).OfType<string>()] });

    private static readonly Gen<WeeklyReport> Report = Gen.Select(Decline.Array[1, 12], Listing.Array[1, 12], Gen.Int[0, 99_999], Text).Select(facts =>
        Samples.Facts("ddor2017_02-04to02-10") with { Declines = facts.Item1, Listings = facts.Item2, DetainersIssued = facts.Item3, Scope = Filled(facts.Item4) });

    [Fact]
    public void From_csv() => Report.Sample(
        report => SameFacts.Assert(report, Samples.ReadReport(Encoding.UTF8.GetBytes(WrittenCsv.Of(report, ",;\t"[report.Declines.Count % 3]))).Facts), iter: 60, threads: 1);

    [Fact]
    public void From_a_workbook() => Report.Sample(
        report => SameFacts.Assert(report, Samples.ReadReport(WrittenXlsx.Of(report, new WrittenXlsx { SharesTexts = report.Declines.Count % 2 == 0 }).Build()).Facts), iter: 60, threads: 1);

    // In a workbook, a number with separators is a number: it would be read back without them.
    private static string? Filled(string? text) => string.IsNullOrEmpty(text) || int.TryParse(text, NumberStyles.Any, CultureInfo.InvariantCulture, out _) ? null : text;
}
