using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using DetainerLedger.Ingest;
using DetainerLedger.Reports;
using DetainerLedger.Storage.Blobs;
using Microsoft.Extensions.Options;

namespace DetainerLedger.Storage;

/// <summary>The file archive on Azure Blob Storage.</summary>
public sealed class BlobArchive(BlobServiceClient service, IOptions<LedgerStorageOptions> options, TimeProvider time) : IFileArchive
{
    // A file up to this size is uploaded by one request; a longer one in blocks that are committed together.
    private const long BlockSize = 8 * 1024 * 1024;

    private readonly BlobContainerClient _originals = service.GetBlobContainerClient(Containers.Originals);
    private readonly BlobContainerClient _reports = service.GetBlobContainerClient(Containers.Reports);

    /// <summary>Creates the containers that don't exist yet.</summary>
    public Task Create(CancellationToken cancellation) => Task.WhenAll(
        _reports.CreateIfNotExistsAsync(cancellationToken: cancellation),
        _originals.CreateIfNotExistsAsync(cancellationToken: cancellation));

    public async Task Keep(string sha256, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        try
        {
            var onlyIfNew = new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } };
            await _originals.GetBlobClient(sha256).UploadAsync(new BinaryData(content), onlyIfNew, cancellation);
        }
        catch (RequestFailedException failure) when (failure.ErrorCode == BlobErrorCode.BlobAlreadyExists || failure.ErrorCode == BlobErrorCode.ConditionNotMet)
        {
            // The same bytes have already been archived.
        }
    }

    public async Task<Stream?> Open(string sha256, CancellationToken cancellation)
    {
        try
        {
            return (await _originals.GetBlobClient(sha256).DownloadStreamingAsync(cancellationToken: cancellation)).Value.Content;
        }
        catch (RequestFailedException failure) when (failure.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
    }

    public async Task<Stream?> Open(Arrival arrival, CancellationToken cancellation)
    {
        if (arrival.Sha256 is { } sha256) return await Open(sha256, cancellation);
        try
        {
            var thisVersion = new BlobDownloadOptions { Conditions = new BlobRequestConditions { IfMatch = new ETag(arrival.ETag) } };
            return (await _reports.GetBlobClient(arrival.BlobName).DownloadStreamingAsync(thisVersion, cancellation)).Value.Content;
        }
        catch (RequestFailedException failure) when (failure.ErrorCode == BlobErrorCode.BlobNotFound || failure.ErrorCode == BlobErrorCode.ConditionNotMet)
        {
            return null;
        }
    }

    public async Task<Arrival> Drop(string name, DateOnly? releasedOn, Stream content, CancellationToken cancellation)
    {
        var blob = _reports.GetBlobClient($"{Guid.CreateVersion7(time.GetUtcNow()):n}/{name}");
        var limited = new LimitedStream(content, options.Value.LargestFile);
        var upload = new BlobUploadOptions
        {
            Metadata = releasedOn is { } day ? new Dictionary<string, string> { [IncomingBlob.ReleasedOn] = ReportingWeek.Name(day) } : null,
            TransferOptions = new StorageTransferOptions { InitialTransferSize = BlockSize, MaximumTransferSize = BlockSize, MaximumConcurrency = 1 },
        };
        var written = (await blob.UploadAsync(limited, upload, cancellation)).Value;
        return new Arrival
        {
            Id = ArrivalId.Of(blob.Name, written.ETag.ToString(), written.LastModified),
            Name = name,
            BlobName = blob.Name,
            ETag = written.ETag.ToString(),
            Bytes = limited.BytesRead,
            ReceivedAt = written.LastModified,
            ReleasedOn = releasedOn,
        };
    }

    public async Task<ArrivalId> Drop(SeenFile file, CancellationToken cancellation)
    {
        var address = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(file.Address)).AsSpan(0, 6));
        var moment = file.SeenAt.UtcDateTime.ToString("yyyyMMdd'T'HHmmss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
        var blob = _reports.GetBlobClient($"seen/{address}/{moment}-{file.Sha256[..12]}/{file.Name}");
        try
        {
            var upload = new BlobUploadOptions
            {
                Metadata = new Dictionary<string, string>
                {
                    [IncomingBlob.SourceAddress] = SightingMetadata.Encode(file.Address),
                    [IncomingBlob.SeenAt] = SightingMetadata.Encode(file.SeenAt),
                },
                Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
            };
            var written = (await blob.UploadAsync(new BinaryData(file.Content), upload, cancellation)).Value;
            return ArrivalId.Of(blob.Name, written.ETag.ToString(), written.LastModified);
        }
        catch (RequestFailedException failure) when (failure.ErrorCode == BlobErrorCode.BlobAlreadyExists || failure.ErrorCode == BlobErrorCode.ConditionNotMet)
        {
            // Dropped by an earlier attempt, which was interrupted afterwards.
            if (await Written(blob, cancellation) is { } earlier) return ArrivalId.Of(blob.Name, earlier.ETag.ToString(), earlier.LastModified);
            throw;
        }
    }

    // Null when it has been deleted since.
    private static async Task<BlobProperties?> Written(BlobClient blob, CancellationToken cancellation)
    {
        try
        {
            return (await blob.GetPropertiesAsync(cancellationToken: cancellation)).Value;
        }
        catch (RequestFailedException failure) when (failure.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
    }
}
