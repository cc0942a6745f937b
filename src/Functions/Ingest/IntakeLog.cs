using DetainerLedger.Ingest;
using DetainerLedger.Reports;
using Microsoft.Extensions.Logging;

namespace DetainerLedger.Functions.Ingest;

/// <summary>Logs the outcome of a dropped file. Alerts select these entries by their event ids.</summary>
public sealed partial class IntakeLog(ILogger<IntakeLog> log)
{
    /// <param name="arrival">Null when the blob was deleted before it was read.</param>
    /// <param name="fault">The fault in this program, if there was one.</param>
    public void Write(string name, Arrival? arrival, Exception? fault)
    {
        if (arrival is null) Deleted(name);
        else if (fault is not null) ReadingFailed(name, arrival.Id, fault);
        else if (arrival.Error is { } error) Rejected(name, arrival.Id, error.Code);
        else Settled(name, arrival.Id, arrival.State, arrival.Week, arrival.Revision);
    }

    [LoggerMessage(EventId = 1001, Level = LogLevel.Information, Message = "{Name} ({ReportId}) is {State}: week {Week:yyyy-MM-dd}, revision {Revision}")]
    private partial void Settled(string name, ArrivalId reportId, ArrivalState state, DateOnly? week, int? revision);

    // The reason may quote the file, so it isn't logged. The arrival with this id has it.
    [LoggerMessage(EventId = 1002, Level = LogLevel.Warning, Message = "{Name} ({ReportId}) is rejected as {Code}")]
    private partial void Rejected(string name, ArrivalId reportId, string code);

    [LoggerMessage(EventId = 1004, Level = LogLevel.Information, Message = "{Name} was deleted before it was read")]
    private partial void Deleted(string name);

    [LoggerMessage(EventId = 1005, Level = LogLevel.Error, Message = "Reading {Name} ({ReportId}) failed; the file waits until the fault is fixed")]
    private partial void ReadingFailed(string name, ArrivalId reportId, Exception fault);
}
