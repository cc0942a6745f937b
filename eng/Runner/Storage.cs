using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using DetainerLedger.Reports;
using OneMachine;

namespace Runner;

/// <summary>The storage account of the functions: an emulator started by this program, or the account that the environment names.</summary>
internal sealed class Storage : IAsyncDisposable
{
    private readonly Azurite? _azurite;
    private readonly BlobContainerClient _reports;

    private Storage(Azurite? azurite, string connectionString)
    {
        (_azurite, ConnectionString) = (azurite, connectionString);
        _reports = new BlobContainerClient(connectionString, "reports");
    }

    public string ConnectionString { get; }

    public bool IsEmulator => _azurite is not null;

    /// <summary>Completes when the emulator exits; never completes for an account.</summary>
    public Task Ended => _azurite?.Ended ?? Task.Delay(Timeout.Infinite);

    /// <exception cref="RunException">The account does not respond.</exception>
    public static async Task<Storage> Open(string folder, CancellationToken cancellation)
    {
        if (Environment.GetEnvironmentVariable("AzureWebJobsStorage") is { Length: > 0 } account) return await OpenAccount(account, cancellation);
        var azurite = await Azurite.Start(folder, cancellation: cancellation);
        return new Storage(azurite, azurite.ConnectionString);
    }

    public BlobEvents Events(Uri host) => new(_reports, "ReportUploaded", host);

    /// <summary>Drops a file, unless it has already been dropped.</summary>
    /// <returns>The id of its arrival.</returns>
    public async Task<ArrivalId> Drop(string path, CancellationToken cancellation)
    {
        await _reports.CreateIfNotExistsAsync(cancellationToken: cancellation);
        var content = await File.ReadAllBytesAsync(path, cancellation);
        var blob = _reports.GetBlobClient(Path.GetFileName(path));
        try
        {
            var onlyIfNew = new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } };
            return Id(blob, await blob.UploadAsync(new BinaryData(content), onlyIfNew, cancellation));
        }
        catch (RequestFailedException failure) when (failure.ErrorCode == BlobErrorCode.BlobAlreadyExists || failure.ErrorCode == BlobErrorCode.ConditionNotMet)
        {
            var held = (await blob.DownloadContentAsync(cancellation)).Value;
            return held.Content.ToMemory().Span.SequenceEqual(content)
                ? ArrivalId.Of(blob.Name, held.Details.ETag.ToString(), held.Details.LastModified)
                : Id(blob, await blob.UploadAsync(new BinaryData(content), overwrite: true, cancellation));
        }
    }

    // Checked here, so that the reason can be reported in one line.
    private static async Task<Storage> OpenAccount(string connectionString, CancellationToken cancellation)
    {
        try
        {
            var storage = new Storage(null, connectionString);
            await storage._reports.CreateIfNotExistsAsync(cancellationToken: cancellation);
            return storage;
        }
        catch (FormatException malformed)
        {
            throw new RunException($"AzureWebJobsStorage is not a connection string: {malformed.Message}");
        }
        catch (Exception failure) when (failure is RequestFailedException or AggregateException)
        {
            var cause = failure is AggregateException several ? several.InnerExceptions[0] : failure;
            throw new RunException($"Could not create a container in the account that AzureWebJobsStorage names: {cause.Message.Split('\n')[0].Trim()}");
        }
    }

    public ValueTask DisposeAsync() => _azurite?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static ArrivalId Id(BlobClient blob, Response<BlobContentInfo> written) =>
        ArrivalId.Of(blob.Name, written.Value.ETag.ToString(), written.Value.LastModified);
}
