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
    /// <returns>False when another host works on this version.</returns>
    public async Task<bool> Run(BlobVersion version, CancellationToken cancellation)
    {
        // The slot before the receipt: a busy host holds nothing that another could run now.
        using var slot = new Slot(limits.Slots);
        await slot.Take(cancellation);
        await using var receipt = await receipts.TryTake(version, cancellation);
        if (receipt is null) return false;
        while (!receipt.HasEnded)
        {
            if (await RunOnce(version, receipt, cancellation) is { } ended)
            {
                await receipt.End(ended);
                break;
            }

            // A blob that waits for its next attempt is in nobody's way.
            slot.GiveBack();
            await Task.Delay(limits.Retry * Math.Pow(2, receipt.Attempts - 1), time, cancellation);
            await slot.Take(cancellation);
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
        // Failures of these two are the host's, not the function's: they pass on, and count for no attempt.
        if (!await IsCurrent(version, cancellation)) return "superseded";
        // The last attempt took the process down, and so would the next.
        if (receipt.Attempts >= limits.Attempts) return await SetAside(version);
        await receipt.CountAttempt();
        return await Attempt(version, receipt, cancellation);
    }

    private async Task<string?> Attempt(BlobVersion version, Receipts.Receipt receipt, CancellationToken cancellation)
    {
        try
        {
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
            return receipt.Attempts < limits.Attempts ? null : await SetAside(version);
        }
    }

    private async Task<string> SetAside(BlobVersion version)
    {
        await poison.Add(function, version, CancellationToken.None);
        return "poison";
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

    private sealed class Slot(SemaphoreSlim slots) : IDisposable
    {
        private bool _taken;

        public async Task Take(CancellationToken cancellation)
        {
            await slots.WaitAsync(cancellation);
            _taken = true;
        }

        public void GiveBack()
        {
            if (_taken) slots.Release();
            _taken = false;
        }

        public void Dispose() => GiveBack();
    }
}
