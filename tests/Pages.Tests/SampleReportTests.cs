using System.Security.Cryptography;
using DetainerLedger.History;
using DetainerLedger.Pages.Sources;
using OneMachine;

namespace DetainerLedger.Pages.Tests;

public sealed class SampleReportTests
{
    [Fact]
    public void Every_sample_report_is_recognized_and_no_other_report_is()
    {
        var files = Directory.GetFiles(Repository.Samples, "*.pdf");
        Assert.NotEmpty(files);

        foreach (var file in files) Assert.True(SampleReports.AreIn(View(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))))), file);
        Assert.False(SampleReports.AreIn(View(new string('a', 64))));
    }

    private static LedgerView View(string sha256)
    {
        var report = Made.Published(Made.Report(Made.FirstWeek));
        return Made.View(report with { Revision = report.Revision with { Source = report.Revision.Source with { Sha256 = sha256 } } });
    }
}
