using System.Globalization;
using System.Security.Cryptography;
using DetainerLedger.History;
using DetainerLedger.Parsing;
using DetainerLedger.Publishing;
using DetainerLedger.Reports;

namespace DetainerLedger.Ingest;

/// <summary>
/// Ingests a file: archives it, reads it, publishes its facts, and records the outcome.
/// Each step is idempotent, so an interrupted attempt can be repeated. Invalid input results in a rejected arrival; a fault in
/// this program is recorded and thrown as <see cref="ReadingFailedException"/>; a storage failure is thrown unchanged.
/// </summary>
public sealed class ReportIngestor(
    IArrivalStore arrivals, ILedgerPublisher publisher, IFileArchive archive, ReportReader reader, ReadingLimits limits, TimeProvider time)
{
    public const string InvalidReleasedOn = "invalid-released-on";
    public const string ReadingFailed = "reading-failed";

    /// <summary>The maximum number of checks that an arrival shows. The report has all of them.</summary>
    public const int ChecksShown = 1000;

    /// <returns>The settled arrival. Replaying a settled arrival changes nothing.</returns>
    public async Task<Arrival> Ingest(IncomingFile file, CancellationToken cancellation)
    {
        using var signals = ReportSignals.Begin(file, time);
        try
        {
            var arrival = await Receive(file, cancellation);
            if (arrival.State != ArrivalState.Received)
            {
                signals.Replayed(arrival);
                return arrival;
            }

            // The error is that of an earlier, failed attempt.
            var settled = await TakeIn(arrival with { Error = null, NextTry = null }, file, signals, cancellation);
            settled = await arrivals.Settle(settled, cancellation);
            signals.Settled(settled);
            return settled;
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            signals.Failed(failure is ReadingFailedException ? failure.InnerException! : failure);
            throw;
        }
    }

    /// <summary>Records the file's arrival, unless it is already recorded.</summary>
    /// <returns>The stored arrival.</returns>
    public Task<Arrival> Receive(IncomingFile file, CancellationToken cancellation) => arrivals.Receive(Received(file), cancellation);

    /// <inheritdoc cref="RecordFault(Arrival, Exception, CancellationToken)"/>
    public async Task<Arrival> RecordFault(IncomingFile file, Exception fault, CancellationToken cancellation) =>
        await RecordFault(await Receive(file, cancellation), fault, cancellation);

    /// <summary>Records that this program failed on a file, so that the arrival waits for an operator. A settled arrival is not changed.</summary>
    /// <returns>The stored arrival.</returns>
    public async Task<Arrival> RecordFault(Arrival arrival, Exception fault, CancellationToken cancellation)
    {
        if (arrival.State != ArrivalState.Received) return arrival;
        // Only the type, since the message may quote the file.
        var reason = new Refusal(ReadingFailed, $"The reader failed on this file ({fault.GetType().Name}). The file is kept, and can be read again when the fault is fixed.");
        return await arrivals.Settle(arrival with { Error = reason, NextTry = null }, cancellation);
    }

    private async Task<Arrival> TakeIn(Arrival arrival, IncomingFile file, ReportSignals signals, CancellationToken cancellation)
    {
        if (file.Bytes > limits.Bytes) return Rejected(arrival, TooLarge(file.Bytes));

        var content = new byte[file.Bytes];
        await file.Content.ReadExactlyAsync(content, cancellation);
        arrival = arrival with { Sha256 = Convert.ToHexStringLower(SHA256.HashData(content)) };
        await archive.Keep(arrival.Sha256, content, cancellation);

        if ((ReleaseRefusal(file) ?? SightingMetadata.Refuse(file, time.GetUtcNow())) is { } refusal) return Rejected(arrival, refusal);
        return await Publish(arrival, await Read(arrival, content, signals, cancellation), cancellation);
    }

    private static Arrival Received(IncomingFile file) => new()
    {
        Id = file.Id,
        Name = file.Name,
        BlobName = file.BlobName,
        ETag = file.ETag,
        Bytes = file.Bytes,
        ReceivedAt = file.LastModified,
        ReleasedOn = ReleaseDay.TryParse(file.ReleasedOn, out var day) ? day : null,
        SourceAddress = SightingMetadata.TryParseAddress(file.SourceAddress, out var address) ? address : null,
        SeenAt = SightingMetadata.TryParseMoment(file.SeenAt, out var seenAt) ? seenAt : null,
    };

    private async Task<Reading> Read(Arrival arrival, byte[] content, ReportSignals signals, CancellationToken cancellation)
    {
        try
        {
            return signals.Read(() => reader.Read(new ReportFile(arrival.Id, arrival.Name, content), cancellation));
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            throw new ReadingFailedException(await RecordFault(arrival, failure, cancellation), failure);
        }
    }

    private Task<Arrival> Publish(Arrival arrival, Reading reading, CancellationToken cancellation) => reading switch
    {
        Reading.Report report => Publish(arrival with { Format = report.Format }, report, cancellation),
        Reading.Corrections corrections => Publish(arrival with { Format = corrections.Format }, corrections, cancellation),
        Reading.Refused refused => Task.FromResult(Rejected(arrival with { Format = refused.Format }, refused.Refusal)),
        _ => throw new InvalidOperationException($"A reading of type {reading.GetType().Name} is not supported."),
    };

    private async Task<Arrival> Publish(Arrival arrival, Reading.Report reading, CancellationToken cancellation)
    {
        var edition = new Edition(
            reading.Facts,
            FactsFingerprint.Of(reading.Facts),
            new RevisionSource(arrival.Id, arrival.Name, arrival.Sha256!, reading.Pages),
            time.GetUtcNow(),
            arrival.ReleasedOn,
            reading.Remarks)
        {
            SeenAt = arrival.SeenAt,
            SourceAddress = arrival.SourceAddress,
        };
        var outcome = await publisher.Publish(edition, cancellation);
        return arrival with
        {
            State = outcome.Changed ? ArrivalState.Published : ArrivalState.Unchanged,
            Week = outcome.Revision.Week,
            Revision = outcome.Revision.Number,
            InForce = outcome.SupersededBy is null,
            Checks = ArrivalLimits.Truncate([.. ArrivalChecks.Of(outcome), .. reading.Remarks]),
        };
    }

    private async Task<Arrival> Publish(Arrival arrival, Reading.Corrections reading, CancellationToken cancellation)
    {
        var notice = new PublishedNotice(arrival.Id, arrival.Name, time.GetUtcNow(), FactsFingerprint.Of(reading.Notice), reading.Notice);
        return arrival with
        {
            State = await publisher.Publish(notice, cancellation) ? ArrivalState.Published : ArrivalState.Unchanged,
            Checks = ArrivalLimits.Truncate(reading.Remarks),
        };
    }

    private static Arrival Rejected(Arrival arrival, Refusal refusal) => arrival with { State = ArrivalState.Rejected, Error = ArrivalLimits.Truncate(refusal) };

    private Refusal TooLarge(long bytes) =>
        new(RefusalCodes.TooLarge, string.Create(CultureInfo.InvariantCulture, $"The file has {bytes:N0} bytes; the limit is {limits.Bytes:N0}."));

    private Refusal? ReleaseRefusal(IncomingFile file)
    {
        if (file.ReleasedOn is not { } text) return null;
        if (!ReleaseDay.TryParse(text, out var day)) return Refuse("which is not a day such as 2017-02-13");
        return ReleaseDay.HasBegun(day, time.GetUtcNow()) ? null : Refuse("which is in the future");

        Refusal Refuse(string why) =>
            new(InvalidReleasedOn, $"The file's metadata give the release day `{text}`, {why}.", Field: "releasedOn");
    }
}
