using DetainerLedger.Checks;
using DetainerLedger.Tests.Parsing;

namespace DetainerLedger.Tests.Checks;

/// <summary>What the samples raise, each seen by eye: a check more is a false alarm or a fault of the reader.</summary>
public sealed class SampleChecksTests
{
    [Fact]
    public void The_samples_raise_what_is_in_them_and_nothing_else()
    {
        var weeks = new[] { "ddor2017_01-28to02-03.pdf", "ddor2017_02-04to02-10.pdf", "ddor2017_02-11to02-17.pdf" }
            .Select(name => Samples.ReadReport(Samples.Bytes(name)).Facts).ToList();

        var raised = weeks.Select((week, i) => ReportChecks.Of(week, i == 0 ? null : weeks[i - 1])
            .GroupBy(check => check.Code).ToDictionary(same => same.Key, same => same.Count())).ToList();

        Assert.Equal(new Dictionary<string, int> { ["duplicate-row"] = 2 }, raised[0]);
        Assert.Equal(new Dictionary<string, int> { ["section-title-changed"] = 2, ["listing-removed-without-notice"] = 8 }, raised[1]);
        Assert.Equal(new Dictionary<string, int> { ["section-title-changed"] = 1 }, raised[2]);
    }
}
