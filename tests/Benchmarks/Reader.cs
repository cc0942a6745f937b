using DetainerLedger.Checks;
using DetainerLedger.Parsing;
using DetainerLedger.Places;
using DetainerLedger.Reports;

namespace DetainerLedger.Benchmarks;

/// <summary>Reads a file as the app does, to a report and its checks.</summary>
internal static class Reader
{
    private static readonly ArrivalId Id = ArrivalId.Of("benchmark", "0x1", new DateTimeOffset(2017, 2, 13, 9, 0, 0, TimeSpan.Zero));
    private static readonly ReportReader Reads = new(
        new NameResolver(new JurisdictionRegister()), new ReadingLimits { Pages = 100_000, Rows = 1_000_000, InflatedBytes = long.MaxValue, ParsedBytes = int.MaxValue, Time = TimeSpan.FromMinutes(10) });

    /// <returns>How many rows the report has.</returns>
    public static int Read(byte[] content)
    {
        if (Reads.Read(new ReportFile(Id, "benchmark", content), CancellationToken.None) is not Reading.Report { Facts: var report } reading)
            throw new InvalidOperationException("The file was not read as a report.");
        if (reading.Remarks.Count + ReportChecks.Of(report, null).Count < 0) throw new InvalidOperationException("Never so.");
        return report.HighestVolume.Count + report.Declines.Count + report.Listings.Count;
    }
}
