using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;

namespace ProbeApp;

/// <summary>What the probe's functions have done, one message each in a queue: it is read by tests, and outlives the worker.</summary>
public sealed class Journal(IConfiguration configuration)
{
    private readonly QueueClient _queue = new(configuration["AzureWebJobsStorage"], "journal");
    private readonly BlobContainerClient _marks = new(configuration["AzureWebJobsStorage"], "marks");

    public async Task Add(string entry)
    {
        await _queue.CreateIfNotExistsAsync();
        await _queue.SendMessageAsync(entry);
    }

    /// <summary>Whether nobody asked with that name before.</summary>
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
