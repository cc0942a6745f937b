using System.Globalization;
using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;

namespace LocalHost.Host.Timers;

/// <summary>When a timer ran last and is due next: kept in storage, so that a run that was missed is made up for.</summary>
internal sealed class TimerNotes(BlobClient note, TimeProvider time)
{
    private const string Last = "last";
    private const string Next = "next";
    private const string Updated = "updated";

    /// <returns>The status as it is, after making one that is due next at <paramref name="due"/> if there was none.</returns>
    public async Task<ScheduleStatus> ReadOrCreate(DateTime due, CancellationToken cancellation)
    {
        await HostContainer.CreateIfNotExists(note, Metadata(default, due), cancellation);
        return await Read(cancellation);
    }

    /// <returns>Null when another host runs the timer at this moment.</returns>
    public async Task<NoteLease?> TryTake(CancellationToken cancellation) => await NoteLease.TryAcquire(note, time, cancellation);

    public async Task<ScheduleStatus> Read(CancellationToken cancellation)
    {
        var metadata = (await note.GetPropertiesAsync(cancellationToken: cancellation)).Value.Metadata;
        return new ScheduleStatus { Last = Moment(metadata[Last]), Next = Moment(metadata[Next]), LastUpdated = Moment(metadata[Updated]) };
    }

    /// <param name="last">When it ran: what is due next follows from it by the schedule, and tells whether that was changed.</param>
    public Task Write(DateTime last, Schedule schedule, NoteLease lease) =>
        note.SetMetadataAsync(Metadata(last, schedule.After(last)), lease.Conditions, CancellationToken.None);

    private Dictionary<string, string> Metadata(DateTime last, DateTime next) => new()
    {
        [Last] = Text(last),
        [Next] = Text(next),
        [Updated] = Text(time.GetUtcNow().UtcDateTime),
    };

    private static string Text(DateTime moment) => DateTime.SpecifyKind(moment, DateTimeKind.Utc).ToString("O", CultureInfo.InvariantCulture);

    private static DateTime Moment(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
}
