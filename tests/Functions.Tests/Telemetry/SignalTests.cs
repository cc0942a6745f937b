using System.Diagnostics;

namespace DetainerLedger.Functions.Tests.Telemetry;

/// <summary>What an operator gets to see of reports and digests.</summary>
[Collection(typeof(Observation))]
public sealed class SignalTests(ObservedRun run)
{
    [Fact]
    public void A_published_report_is_a_span_with_its_id_week_rows_and_duration()
    {
        var span = run.Span("ingest report", ObservedRun.Sample);
        var arrival = run.Arrivals[ObservedRun.Sample];

        Assert.Equal(
            new Dictionary<string, object?>
            {
                ["ledger.report.id"] = arrival.Id.ToString(),
                ["ledger.report.bytes"] = arrival.Bytes,
                ["ledger.report.format"] = "pdf",
                ["ledger.report.rows"] = 333,
                ["ledger.outcome"] = "published",
                ["ledger.week"] = "2017-01-28",
                ["ledger.revision"] = 1,
            },
            span.TagObjects.ToDictionary());
        Assert.NotEqual(ActivityStatusCode.Error, span.Status);
        var reading = Assert.Single(run.Spans, inner => inner.DisplayName == "read report" && inner.ParentSpanId == span.SpanId);
        Assert.InRange(reading.Duration, TimeSpan.FromTicks(1), span.Duration);
    }

    [Fact]
    public void A_rejected_file_is_a_span_with_its_code_and_no_fault_of_the_app()
    {
        var span = run.Span("ingest report", "private name.json");

        Assert.Equal("rejected", span.GetTagItem("ledger.outcome"));
        Assert.Equal(run.Arrivals["private name.json"].Error!.Code, span.GetTagItem("ledger.code"));
        Assert.Null(span.GetTagItem("ledger.week"));
        Assert.NotEqual(ActivityStatusCode.Error, span.Status);
    }

    [Fact]
    public void An_attempt_that_failed_is_a_failed_span_with_the_kind_of_its_failure()
    {
        var span = run.Span("ingest report", "broken.json");

        Assert.Equal(ActivityStatusCode.Error, span.Status);
        Assert.Null(span.StatusDescription);
        Assert.Equal("failed", span.GetTagItem("ledger.outcome"));
        Assert.Equal(typeof(ArgumentOutOfRangeException).FullName, span.GetTagItem("error.type"));
    }

    [Fact]
    public void An_event_that_comes_twice_is_two_spans_and_counted_once()
    {
        var id = run.Arrivals["empty.pdf"].Id.ToString();
        Assert.Equal(
            ["rejected", "replayed"],
            run.Spans.Where(span => Equals(span.GetTagItem("ledger.report.id"), id)).Select(span => span.GetTagItem("ledger.outcome")));
        Assert.Equal(1, Count("ledger.reports", ("ledger.outcome", "rejected"), ("ledger.code", "damaged-file")));
    }

    [Fact]
    public void Reports_are_counted_by_outcome_and_rejected_ones_by_code() =>
        Assert.Equal(
            new Dictionary<string, long>
            {
                ["ledger.outcome=published"] = 2,
                ["ledger.outcome=unchanged"] = 1,
                [$"ledger.code={run.Arrivals["private name.json"].Error!.Code} ledger.outcome=rejected"] = 1,
                ["ledger.code=damaged-file ledger.outcome=rejected"] = 1,
                ["error.type=System.ArgumentOutOfRangeException ledger.outcome=failed"] = 1,
            },
            Counts("ledger.reports"));

    [Fact]
    public void Checks_are_counted_by_code_and_once_for_what_is_published_twice() =>
        Assert.Equal(2, Count("ledger.checks", ("ledger.code", "duplicate-row"), ("ledger.severity", "info")));

    [Fact]
    public void A_digest_is_counted_when_it_is_composed_and_not_when_it_is_there()
    {
        Assert.Equal(new Dictionary<string, long> { [""] = 1 }, Counts("ledger.digests"));
        var span = Assert.Single(run.Spans, span => span.DisplayName == "compose digest");
        Assert.Equal(("2017-01-28", (object)1), (span.GetTagItem("ledger.week"), span.GetTagItem("ledger.revision")));
    }

    [Fact]
    public void The_time_of_reading_is_measured_in_seconds_by_format()
    {
        var pdf = Assert.Single(run.Points("ledger.reading.duration"), point => point.Tags["ledger.report.format"] == "pdf").Point;

        Assert.Equal(2, pdf.GetHistogramCount());
        var spans = run.Spans.Where(span => span.DisplayName == "read report").Sum(span => span.Duration.TotalSeconds);
        Assert.InRange(pdf.GetHistogramSum(), double.Epsilon, spans);
    }

    [Fact]
    public void Logs_name_the_report_and_go_the_same_way()
    {
        var id = run.Arrivals["empty.pdf"].Id.ToString();
        Assert.Contains(run.Logs, log => log.EventId.Id == 1002 && log.FormattedMessage!.Contains($"({id}) is rejected as damaged-file", StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_of_a_file_s_content_and_no_place_leaves_the_app()
    {
        var said = run.Spans.SelectMany(span => span.TagObjects.Select(tag => $"{tag.Value}").Append(span.DisplayName).Append(span.StatusDescription))
            .Concat(run.Metrics.SelectMany(metric => run.Points(metric.Name)).SelectMany(point => point.Tags.Values))
            .Concat(run.Logs.SelectMany(log => log.Attributes!.Select(attribute => $"{attribute.Value}").Append(log.FormattedMessage)))
            .ToList();

        Assert.True(said.Count > 50);
        Assert.All(new[] { "private word", "County", "Travis", "Mexico", "AccountKey" }, word =>
            Assert.DoesNotContain(said, text => text?.Contains(word, StringComparison.OrdinalIgnoreCase) == true));
        // The names that files were given are in logs alone.
        Assert.DoesNotContain(run.Spans.SelectMany(span => span.TagObjects), tag => $"{tag.Value}".Contains("private name", StringComparison.Ordinal));
    }

    private long Count(string counter, params (string Name, string Value)[] tags) =>
        run.Points(counter).Where(point => tags.All(tag => point.Tags.GetValueOrDefault(tag.Name) == tag.Value)).Sum(point => point.Point.GetSumLong());

    private Dictionary<string, long> Counts(string counter) => run.Points(counter).ToDictionary(
        point => string.Join(' ', point.Tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => $"{tag.Key}={tag.Value}")),
        point => point.Point.GetSumLong());
}
