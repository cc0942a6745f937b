using System.Globalization;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using DetainerLedger.Ingest;
using DetainerLedger.Parsing;
using DetainerLedger.Reports;
using DetainerLedger.Storage.Blobs;
using DetainerLedger.Storage.Tables;
using Microsoft.Extensions.Options;

namespace DetainerLedger.Storage.Intake;

/// <summary>
/// Retries files after storage failures: after minutes, then hours, for at most a day. Every step is idempotent, and several
/// instances may run this at once: an attempt is claimed by a conditional write.
/// </summary>
public sealed class ReportRetries(
    LedgerTables tables, IArrivalStore arrivals, ReportIngestor ingestor, ReportIntake intake, BlobServiceClient blobs,
    IOptions<IngestOptions> options, TimeProvider time)
{
    public const string StorageUnavailable = "storage-unavailable";

    /// <summary>How many consecutive attempts may end without a result, for example because the process ended, before the file is suspected.</summary>
    public const int UnfinishedAttempts = 3;

    // Longer than any run: when it has passed, the instance that claimed the attempt is no longer working on it.
    private static readonly TimeSpan Claim = ReportIntake.RunLimit + TimeSpan.FromMinutes(3);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromHours(4);

    private readonly RetryTable _retries = new(tables.Retries);
    private readonly BlobContainerClient _reports = blobs.GetBlobContainerClient(Containers.Reports);

    /// <summary>Schedules the file unless it is settled, deleted, waiting for an operator, or already scheduled.</summary>
    /// <returns>The time of the next attempt; null when there is nothing to retry.</returns>
    public async Task<DateTimeOffset?> Schedule(string blobName, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        Arrival? arrival = null;
        try
        {
            arrival = await Receive(blobName, cancellation);
            if (arrival is not { State: ArrivalState.Received } || arrival.Error?.Code == ReportIngestor.ReadingFailed) return null;
        }
        catch (Exception failure) when (IsTransient(failure, cancellation))
        {
            // The outage continues. The file is retried anyway; only its arrival doesn't show it yet.
        }

        var retry = new Retry(blobName, arrival?.Id, FirstFailedAt: now, DueAt: now + options.Value.RetryAfter, Failures: 1, Unfinished: 0);
        if (!await _retries.TryAdd(retry, cancellation)) return (await _retries.Find(blobName, cancellation))?.DueAt;
        await Show(arrival, retry.DueAt, cancellation);
        return retry.DueAt;
    }

    /// <summary>
    /// Retries the files that are due, one after the other, and stops at the first storage failure: the others remain due.
    /// </summary>
    public async IAsyncEnumerable<RetryOutcome> RunDue([EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var due in await _retries.ListDue(time.GetUtcNow(), cancellation))
        {
            var claimed = due with { DueAt = time.GetUtcNow() + Claim, Unfinished = due.Unfinished + 1 };
            // Another instance has claimed it.
            if (await _retries.TryReplace(claimed, cancellation) is not { } attempt) continue;

            var outcome = attempt.Unfinished > UnfinishedAttempts ? await Suspect(attempt, cancellation) : await Run(attempt, cancellation);
            yield return outcome;
            if (outcome.StorageFailed) yield break;
        }
    }

    private async Task<RetryOutcome> Run(Retry retry, CancellationToken cancellation)
    {
        IntakeOutcome outcome;
        try
        {
            // A file that waits for an operator is not reread automatically.
            if (await Find(retry, cancellation) is { Error.Code: ReportIngestor.ReadingFailed } waiting)
            {
                await _retries.Remove(retry, cancellation);
                return new RetryOutcome(retry.BlobName) { Arrival = waiting };
            }

            outcome = await intake.TryOnce(_reports.GetBlobClient(retry.BlobName), cancellation);
        }
        catch (Exception failure) when (IsTransient(failure, cancellation))
        {
            return await Postpone(retry, failure, cancellation);
        }

        if (retry.ReportId is { } earlier && earlier != outcome.Arrival?.Id) await Replace(earlier, outcome.Arrival, cancellation);
        await _retries.Remove(retry, cancellation);
        return new RetryOutcome(retry.BlobName) { Arrival = outcome.Arrival, Fault = outcome.Fault };
    }

    private async Task<RetryOutcome> Postpone(Retry retry, Exception failure, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (now - retry.FirstFailedAt >= options.Value.GiveUpAfter)
        {
            await Show(await FindIfPossible(retry, cancellation), nextTry: null, cancellation);
            await _retries.Remove(retry, cancellation);
            return new RetryOutcome(retry.BlobName) { StorageFailed = true, Fault = failure, GivenUp = true };
        }

        var next = retry with { DueAt = now + Delay(retry.Failures), Failures = retry.Failures + 1, Unfinished = 0 };
        await _retries.TryReplace(next, cancellation);
        await Show(await FindIfPossible(retry, cancellation), next.DueAt, cancellation);
        return new RetryOutcome(retry.BlobName) { StorageFailed = true, Fault = failure, NextTry = next.DueAt };
    }

    // Its attempts started and never finished: this file may be what crashes the process.
    private async Task<RetryOutcome> Suspect(Retry retry, CancellationToken cancellation)
    {
        var fault = new InvalidOperationException($"{UnfinishedAttempts} attempts to read the file did not finish.");
        var arrival = await Receive(retry.BlobName, cancellation);
        if (arrival is { State: ArrivalState.Received }) arrival = await ingestor.RecordFault(arrival, fault, cancellation);
        await _retries.Remove(retry, cancellation);
        return new RetryOutcome(retry.BlobName) { Arrival = arrival, Fault = arrival is null ? null : fault };
    }

    // The version that failed no longer exists, and its arrival must not wait forever.
    private async Task Replace(ArrivalId earlier, Arrival? current, CancellationToken cancellation)
    {
        if (await arrivals.FindArrival(earlier, cancellation) is not { State: ArrivalState.Received } arrival) return;
        var reason = current is null
            ? new Refusal("deleted", "The file was deleted before it could be read.")
            : new Refusal("overwritten", "The file was overwritten before it could be read. The new version is a separate arrival.");
        await arrivals.Settle(arrival with { State = ArrivalState.Rejected, Error = reason, NextTry = null }, cancellation);
    }

    /// <returns>Null when the blob was deleted.</returns>
    private async Task<Arrival?> Receive(string blobName, CancellationToken cancellation)
    {
        try
        {
            await using var file = await IncomingBlob.Describe(_reports.GetBlobClient(blobName), cancellation);
            return await ingestor.Receive(file, cancellation);
        }
        catch (RequestFailedException failure) when (failure.ErrorCode is "BlobNotFound")
        {
            return null;
        }
    }

    private Task<Arrival?> Find(Retry retry, CancellationToken cancellation) =>
        retry.ReportId is { } id ? arrivals.FindArrival(id, cancellation) : Task.FromResult<Arrival?>(null);

    private async Task<Arrival?> FindIfPossible(Retry retry, CancellationToken cancellation)
    {
        try
        {
            return await Find(retry, cancellation);
        }
        catch (Exception failure) when (IsTransient(failure, cancellation))
        {
            return null;
        }
    }

    // The table of retries is authoritative. The arrival shows a copy for readers, which is written if storage permits.
    private async Task Show(Arrival? arrival, DateTimeOffset? nextTry, CancellationToken cancellation)
    {
        if (arrival is not { State: ArrivalState.Received }) return;
        var reason = new Refusal(StorageUnavailable, nextTry is null
            ? string.Create(CultureInfo.InvariantCulture, $"Storage failed for {options.Value.GiveUpAfter.TotalHours:0} hours. The file is kept, but is no longer retried automatically.")
            : "Storage failed while the file was being ingested. It will be retried.");
        try
        {
            await arrivals.Settle(arrival with { Error = reason, NextTry = nextTry }, cancellation);
        }
        catch (Exception failure) when (IsTransient(failure, cancellation))
        {
            // The next attempt records it.
        }
    }

    private TimeSpan Delay(int failures)
    {
        // Doubles: 5 minutes become 4 hours with the seventh failure. The bound prevents an overflow of the power.
        var delay = options.Value.RetryAfter * Math.Pow(2, Math.Min(failures, 20));
        return delay < LongestDelay ? delay : LongestDelay;
    }

    private static bool IsTransient(Exception failure, CancellationToken cancellation) =>
        !cancellation.IsCancellationRequested && StorageFailure.IsTransient(failure);
}

/// <summary>The result of a further attempt at a file.</summary>
public sealed record RetryOutcome(string BlobName)
{
    /// <summary>Null when the blob was deleted, or storage failed.</summary>
    public Arrival? Arrival { get; init; }

    /// <summary>The storage failure or the fault in this program.</summary>
    public Exception? Fault { get; init; }

    public bool StorageFailed { get; init; }

    public bool GivenUp { get; init; }

    /// <summary>The next attempt, if storage failed and the file will be retried.</summary>
    public DateTimeOffset? NextTry { get; init; }
}
