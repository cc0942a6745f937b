using System.Diagnostics;
using DetainerLedger.Checks;
using DetainerLedger.Parsing;

namespace DetainerLedger.Ingest;

/// <summary>The telemetry of one file's ingestion: its span and its metrics.</summary>
internal sealed class ReportSignals : IDisposable
{
    private const string Failure = "failed";
    private const string Replay = "replayed";

    private readonly Activity? _span = Signals.Spans.StartActivity("ingest report");
    private readonly TimeProvider _time;
    private Reading? _reading;

    private ReportSignals(TimeProvider time) => _time = time;

    public static ReportSignals Begin(IncomingFile file, TimeProvider time)
    {
        var signals = new ReportSignals(time);
        signals._span?.SetTag(Signals.ReportId, file.Id.ToString()).SetTag(Signals.Bytes, file.Bytes);
        return signals;
    }

    public Reading Read(Func<Reading> read)
    {
        using var span = Signals.Spans.StartActivity("read report");
        var begun = _time.GetTimestamp();
        _reading = read();
        var format = new TagList { { Signals.Format, FormatOf(_reading) ?? "unknown" } };
        Signals.ReadingTime.Record(_time.GetElapsedTime(begun).TotalSeconds, format);
        return _reading;
    }

    /// <summary>The arrival was already settled: the event was delivered again.</summary>
    public void Replayed(Arrival arrival) => Describe(arrival, Replay);

    public void Settled(Arrival arrival)
    {
        var outcome = arrival.State.ToString().ToLowerInvariant();
        Describe(arrival, outcome);
        Signals.Reports.Add(1, arrival.Error is { } error
            ? new TagList { { Signals.Outcome, outcome }, { Signals.Code, error.Code } }
            : new TagList { { Signals.Outcome, outcome } });
        if (arrival.State == ArrivalState.Published) CountChecks();
    }

    public void Failed(Exception failure)
    {
        // Only the type, since the message may quote the file.
        var type = failure.GetType().FullName;
        _span?.SetStatus(ActivityStatusCode.Error).SetTag(Signals.Outcome, Failure).SetTag(Signals.ErrorType, type);
        Signals.Reports.Add(1, new TagList { { Signals.Outcome, Failure }, { Signals.ErrorType, type } });
    }

    public void Dispose() => _span?.Dispose();

    private void Describe(Arrival arrival, string outcome) => _span?
        .SetTag(Signals.Outcome, outcome)
        .SetTag(Signals.Code, arrival.Error?.Code)
        .SetTag(Signals.Format, arrival.Format)
        .SetTag(Signals.Week, arrival.Week?.Text())
        .SetTag(Signals.Revision, arrival.Revision)
        .SetTag(Signals.Rows, RowsOf(_reading));

    private void CountChecks()
    {
        var checks = _reading switch
        {
            Reading.Report { Remarks: var remarks, Facts: var facts } => [.. remarks, .. ReportChecks.Of(facts, previous: null)],
            Reading.Corrections { Remarks: var remarks } => remarks,
            _ => [],
        };
        foreach (var (kind, count) in checks.CountBy(check => (check.Code, check.Severity)))
        {
            var severity = kind.Severity.ToString().ToLowerInvariant();
            Signals.Checks.Add(count, new TagList { { Signals.Code, kind.Code }, { Signals.Severity, severity } });
        }
    }

    private static string? FormatOf(Reading reading) => reading switch
    {
        Reading.Report report => report.Format,
        Reading.Corrections corrections => corrections.Format,
        Reading.Refused refused => refused.Format,
        _ => null,
    };

    private static int? RowsOf(Reading? reading) => reading switch
    {
        Reading.Report { Facts: var facts } => facts.HighestVolume.Count + facts.Declines.Count + facts.Listings.Count,
        Reading.Corrections { Notice: var notice } => notice.Corrections.Count,
        _ => null,
    };
}
