using DetainerLedger.Reports;
using DetainerLedger.Watching;
using DetainerLedger.Watching.Http;
using Microsoft.Extensions.Logging;

namespace DetainerLedger.Functions.Watching;

/// <summary>Logs what looks at the sources found. Alerts select these entries by their event ids.</summary>
public sealed partial class WatchLog(TimeProvider time, ILogger<WatchLog> log)
{
    private int _told;

    public void Write(IReadOnlyList<SourceLook> looks)
    {
        foreach (var (source, captures) in looks)
        {
            foreach (var capture in captures.Where(capture => capture.Outcome is not CaptureOutcome.Same)) Found(capture);
            if (source.Limit is { } limit) Limited(source.Source, limit, source.Links);
            if (source.UnreadSince(time.GetUtcNow()) is { } since) Unread(source.Source, since, source.LastError);
            else LookedAt(source.Source, captures.Count);
        }
    }

    /// <summary>Logs once for each process that there is nothing to watch.</summary>
    public void NoSources()
    {
        if (Interlocked.Exchange(ref _told, 1) == 0) NothingToWatch();
    }

    private void Found(Capture capture)
    {
        if (capture.Outcome == CaptureOutcome.Unreachable) Unreachable(capture.Address, capture.Error, capture.Status);
        else Changed(capture.Address, capture.Outcome, capture.ReportId);
    }

    [LoggerMessage(EventId = 6001, Level = LogLevel.Information, Message = "No sources are configured, so none is watched")]
    private partial void NothingToWatch();

    [LoggerMessage(EventId = 6002, Level = LogLevel.Information, Message = "Looked at {Source}: {Captures} captures")]
    private partial void LookedAt(string source, int captures);

    [LoggerMessage(EventId = 6003, Level = LogLevel.Information, Message = "{Address} is {Outcome} ({ReportId})")]
    private partial void Changed(string address, CaptureOutcome outcome, ArrivalId? reportId);

    [LoggerMessage(EventId = 6004, Level = LogLevel.Warning, Message = "{Address} could not be read: {Error}, status {Status}")]
    private partial void Unreachable(string address, string? error, int? status);

    [LoggerMessage(EventId = 6005, Level = LogLevel.Warning, Message = "{Source} is watched in part: {Limit}, of {Links} links")]
    private partial void Limited(string source, string limit, int? links);

    [LoggerMessage(EventId = 6006, Level = LogLevel.Error, Message = "{Source} could not be looked at since {Since:u}: {Error}")]
    private partial void Unread(string source, DateTimeOffset since, string? error);
}
