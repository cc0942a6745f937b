using Azure;
using Azure.Storage.Blobs;
using DetainerLedger.Ingest;
using DetainerLedger.Storage.Blobs;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Retry;

namespace DetainerLedger.Storage.Intake;

/// <summary>
/// Ingests the file in a blob. Storage failures are retried here, since the Functions host repeats a failed invocation
/// without a pause. A fault in this program is recorded with the arrival and not retried.
/// </summary>
public sealed class ReportIntake(ReportIngestor ingestor, IOptions<IngestOptions> options, TimeProvider time)
{
    /// <summary>When a run is canceled: before the function's time limit of ten minutes.</summary>
    public static readonly TimeSpan RunLimit = TimeSpan.FromMinutes(9);

    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(30);

    /// <summary>Retries until storage responds, or until <see cref="IngestOptions.RetryFor"/> has passed; then the last failure is thrown.</summary>
    public async Task<IntakeOutcome> TakeIn(BlobClient blob, CancellationToken cancellation) =>
        await Pipeline().ExecuteAsync(async token => await TryOnce(blob, token), cancellation);

    /// <summary>Makes one attempt. A storage failure is thrown.</summary>
    public async Task<IntakeOutcome> TryOnce(BlobClient blob, CancellationToken cancellation)
    {
        if (await Open(blob, cancellation) is not { } file) return new IntakeOutcome(Arrival: null);
        await using (file)
        {
            try
            {
                return new IntakeOutcome(await ingestor.Ingest(file, cancellation));
            }
            catch (ReadingFailedException fault)
            {
                return new IntakeOutcome(fault.Arrival, fault.InnerException);
            }
            catch (Exception fault) when (!cancellation.IsCancellationRequested && !StorageFailure.IsTransient(fault))
            {
                return new IntakeOutcome(await ingestor.RecordFault(file, fault, cancellation), fault);
            }
        }
    }

    private static async Task<IncomingFile?> Open(BlobClient blob, CancellationToken cancellation)
    {
        try
        {
            return await IncomingBlob.Open(blob, cancellation);
        }
        catch (RequestFailedException failure) when (failure.ErrorCode is "BlobNotFound")
        {
            return null;
        }
    }

    private ResiliencePipeline<IntakeOutcome> Pipeline()
    {
        var begun = time.GetTimestamp();
        return new ResiliencePipelineBuilder<IntakeOutcome> { TimeProvider = time }
            .AddTimeout(RunLimit)
            .AddRetry(new RetryStrategyOptions<IntakeOutcome>
            {
                ShouldHandle = attempt => ValueTask.FromResult(
                    attempt.Outcome.Exception is { } failure
                    && !attempt.Context.CancellationToken.IsCancellationRequested
                    && StorageFailure.IsTransient(failure)
                    && time.GetElapsedTime(begun) < options.Value.RetryFor),
                MaxRetryAttempts = int.MaxValue,
                BackoffType = DelayBackoffType.Exponential,
                Delay = FirstDelay,
                MaxDelay = LongestDelay,
                UseJitter = true,
            })
            .Build();
    }
}

/// <summary>The result of a run.</summary>
/// <param name="Arrival">The arrival as it is stored; null when the blob was deleted before it was read.</param>
/// <param name="Fault">The fault in this program, if any; the arrival then waits for an operator.</param>
public sealed record IntakeOutcome(Arrival? Arrival, Exception? Fault = null);
