using System.Globalization;
using Azure;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;

namespace ProbeApp;

/// <summary>What the probe's functions have done, as names of empty blobs: tests read it, and it outlives the worker.</summary>
public sealed class Journal(IConfiguration configuration)
{
    private readonly BlobContainerClient _entries = new(configuration["AzureWebJobsStorage"], $"{configuration["PROBE"]}-journal");
    private readonly BlobContainerClient _marks = new(configuration["AzureWebJobsStorage"], $"{configuration["PROBE"]}-marks");

    public async Task Add(string entry)
    {
        await _entries.CreateIfNotExistsAsync();
        var now = TimeProvider.System.GetUtcNow();
        var name = string.Create(CultureInfo.InvariantCulture, $"{now.Ticks:D20}-{Guid.CreateVersion7(now):N}-{entry}");
        await _entries.UploadBlobAsync(name, BinaryData.FromString(""));
    }

    /// <summary>Waits until a test has uploaded a mark with that name.</summary>
    public async Task WaitForMark(string name, CancellationToken cancellation)
    {
        await _marks.CreateIfNotExistsAsync(cancellationToken: cancellation);
        while (!await _marks.GetBlobClient(name).ExistsAsync(cancellation)) await Task.Delay(100, cancellation);
    }

    /// <summary>Whether this is the first call with that name.</summary>
    public async Task<bool> IsFirst(string name)
    {
        await _marks.CreateIfNotExistsAsync();
        try
        {
            await _marks.UploadBlobAsync(name, BinaryData.FromString(""));
            return true;
        }
        catch (RequestFailedException failure) when (failure.Status == 409)
        {
            return false;
        }
    }
}
