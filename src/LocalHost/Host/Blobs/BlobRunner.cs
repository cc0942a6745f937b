using Azure;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Logging;

namespace LocalHost.Host.Blobs;

/// <summary>Runs one function on blob versions: each once, with further attempts after a failure, and then sets it aside.</summary>
internal sealed partial class BlobRunner(
    FunctionDescriptor function,
    BlobPath path,
    BlobContainerClient container,
    Receipts receipts,
    PoisonQueue poison,
    FunctionInvoker invoker,
    BlobRunner.Limits limits,
    TimeProvider time,
    ILogger log)
{
    public async Task<bool> Run(BlobVersion version, CancellationToken cancellation)
    {
        await using var receipt = await receipts.TryTake(version, cancellation);
        if (receipt is null) return false;
        while (!receipt.HasEnded)
        {
            if (await RunOnce(version, receipt, cancellation) is { } ended)
            {
                await receipt.End(ended);
                break;
            }

            await Task.Delay(limits.Retry * Math.Pow(2, receipt.Attempts - 1), time, cancellation);
        }

        return true;
    }

    public async Task RunNow(string blobName, CancellationToken cancellation)
    {
        var blob = container.GetBlobClient(blobName);
        var captured = path.Match(blobName) ?? throw new InvalidOperationException($"{blobName} doesn't match the path of {function.Name}.");
        var values = captured.ToDictionary(capture => capture.Key, object? (capture) => capture.Value);
        values[function.Bound.Name!] = await BoundBlob.As(function.Bound.ParameterType, blob, cancellation);
        await invoker.Invoke(function, values, http: null, cancellation);
    }

    /// <returns>How the version ended, or null for another attempt.</returns>
    private async Task<string?> RunOnce(BlobVersion version, Receipts.Receipt receipt, CancellationToken cancellation)
    {
        // Only while it runs: a blob that waits for its next attempt is in nobody's way.
        await limits.Slots.WaitAsync(cancellation);
        try
        {
            if (!await IsCurrent(version, cancellation)) return "superseded";
            await receipt.CountAttempt(cancellation);
            await RunNow(version.Name, cancellation);
            return "done";
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await receipt.TakeBackAttempt();
            throw;
        }
        catch (Exception failure)
        {
            Failed(function.Name, version.Name, receipt.Attempts, limits.Attempts, failure);
            if (receipt.Attempts < limits.Attempts) return null;
            await poison.Add(function, version, CancellationToken.None);
            return "poison";
        }
        finally
        {
            limits.Slots.Release();
        }
    }

    private async Task<bool> IsCurrent(BlobVersion version, CancellationToken cancellation)
    {
        try
        {
            var properties = await container.GetBlobClient(version.Name).GetPropertiesAsync(cancellationToken: cancellation);
            return BlobVersion.Of(version.Container, version.Name, properties.Value.ETag) == version;
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
            return false;
        }
    }

    [LoggerMessage(EventId = 130, Level = LogLevel.Error, Message = "{Function} failed on {Blob}, attempt {Attempt} of {Attempts}")]
    private partial void Failed(string function, string blob, int attempt, int attempts, Exception failure);

    /// <param name="Slots">Shared by all blob triggers.</param>
    /// <param name="Retry">The wait after the first failure; it doubles.</param>
    internal sealed record Limits(SemaphoreSlim Slots, int Attempts, TimeSpan Retry);
}
