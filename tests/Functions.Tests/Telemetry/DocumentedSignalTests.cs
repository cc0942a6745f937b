using System.Text.RegularExpressions;
using OneMachine;
using OpenTelemetry.Metrics;

namespace DetainerLedger.Functions.Tests.Telemetry;

/// <summary>docs/operations.md names every signal, setting and log entry, and none that isn't there.</summary>
[Collection(typeof(Observation))]
public sealed partial class DocumentedSignalTests(ObservedRun run)
{
    private static readonly string Guide = File.ReadAllText(Path.Combine(Repository.Root, "docs", "operations.md"));

    [Fact]
    public void Every_span_counter_and_histogram_is_described_as_it_is()
    {
        var spans =
            from span in run.Spans
            group span by span.DisplayName into same
            select Row(same.Key, "span", "", same.SelectMany(span => span.TagObjects).Where(tag => tag.Value is not null).Select(tag => tag.Key));
        var metrics =
            from metric in run.Metrics
            select Row(metric.Name, metric.MetricType == MetricType.Histogram ? "histogram" : "counter", metric.Unit, run.Points(metric.Name).SelectMany(point => point.Tags.Keys));

        Assert.Equal(spans.Concat(metrics).Order(StringComparer.Ordinal), Described().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(TelemetryExport.OtlpEndpoint)]
    [InlineData(TelemetryExport.ApplicationInsights)]
    [InlineData(TelemetryExport.Authentication)]
    public void Every_setting_is_described(string setting) => Assert.Contains($"| `{setting}` |", Guide, StringComparison.Ordinal);

    [Fact]
    public void Every_log_entry_of_the_app_is_described()
    {
        var sources = new[] { "Functions", "Ledger.Azure" }.SelectMany(project => Directory.GetFiles(Path.Combine(Repository.Root, "src", project), "*.cs", SearchOption.AllDirectories));
        var written = sources.SelectMany(source => EventIds().Matches(File.ReadAllText(source))).Select(match => match.Groups["id"].Value);
        var described = LogRows().Matches(Guide).SelectMany(row => row.Groups["ids"].Value.Split(", "));

        Assert.Equal(written.Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal));
    }

    private static string Row(string name, string kind, string? unit, IEnumerable<string> attributes) =>
        $"{name} | {kind} | {unit} | {string.Join(", ", attributes.Distinct().Order(StringComparer.Ordinal))}";

    private static IEnumerable<string> Described() =>
        from Match row in SignalRows().Matches(Guide)
        let cells = row.Groups["cells"].Value.Split('|', StringSplitOptions.TrimEntries)
        select Row(cells[0].Trim('`'), cells[1], cells[2].Trim('`'), cells[3].Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(attribute => attribute.Trim('`')));

    [GeneratedRegex(@"^\| (?<cells>`[^|]+\| (?:span|counter|histogram) \|[^|]*\|[^|]*)\|", RegexOptions.Multiline)]
    private static partial Regex SignalRows();

    [GeneratedRegex(@"^\| (?<ids>\d{4}(?:, \d{4})*) \|", RegexOptions.Multiline)]
    private static partial Regex LogRows();

    [GeneratedRegex(@"EventId = (?<id>\d+)")]
    private static partial Regex EventIds();
}
