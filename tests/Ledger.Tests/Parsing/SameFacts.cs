using System.Text.Json;
using DetainerLedger.Reports;

namespace DetainerLedger.Tests.Parsing;

/// <summary>Compares the facts of two files, wherever they are in them.</summary>
internal static class SameFacts
{
    public static void Assert(WeeklyReport expected, WeeklyReport read)
    {
        // First as text, which shows where they differ.
        Xunit.Assert.Equal(Lines(expected), Lines(read));
        Xunit.Assert.Equal(FactsFingerprint.Of(expected), FactsFingerprint.Of(read));
    }

    private static IEnumerable<string> Lines(WeeklyReport report) =>
    [
        JsonSerializer.Serialize(new { report.Period, report.DetainersIssued, report.DeclinedAsStated, report.HighestVolumeTotal, report.SectionTitles, report.Scope, report.Definition }),
        .. report.HighestVolume.Select(row => JsonSerializer.Serialize(row with { Source = Nowhere })),
        .. report.Declines.Select(row => JsonSerializer.Serialize(row with { Source = Nowhere })),
        .. report.Listings.Select(row => JsonSerializer.Serialize(row with { Source = Nowhere })),
        .. report.Notices.Select(notice => notice.Text),
    ];

    private static SourceLocation Nowhere => new(default, null, null);
}
