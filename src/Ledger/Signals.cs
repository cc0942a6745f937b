using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;

namespace DetainerLedger;

/// <summary>
/// The telemetry listed in docs/operations.md: ids, weeks, counts and codes.
/// It never contains a file's name or content, a place or a person.
/// </summary>
public static class Signals
{
    /// <summary>The name of the activity source and the meter.</summary>
    public const string Source = "DetainerLedger";

    internal const string ReportId = "ledger.report.id";
    internal const string Bytes = "ledger.report.bytes";
    internal const string Format = "ledger.report.format";
    internal const string Rows = "ledger.report.rows";
    internal const string Week = "ledger.week";
    internal const string Revision = "ledger.revision";
    internal const string Outcome = "ledger.outcome";
    internal const string Code = "ledger.code";
    internal const string Severity = "ledger.severity";
    internal const string ErrorType = "error.type";

    internal static readonly ActivitySource Spans = new(Source);

    private static readonly Meter Meter = new(Source);

    internal static readonly Counter<long> Reports = Meter.CreateCounter<long>(
        "ledger.reports", "{report}", "Settled arrivals and failed attempts.");

    internal static readonly Counter<long> Checks = Meter.CreateCounter<long>(
        "ledger.checks", "{check}", "Checks of published reports that don't need another week.");

    internal static readonly Counter<long> Digests = Meter.CreateCounter<long>("ledger.digests", "{digest}", "Composed digests.");

    internal static readonly Histogram<double> ReadingTime = Meter.CreateHistogram(
        "ledger.reading.duration", "s", "The time taken to read a file's bytes into facts or a refusal.", tags: null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60] });

    internal static string Text(this DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
