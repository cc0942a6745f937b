using Azure;
using Azure.Storage.Blobs;
using Microsoft.Azure.WebJobs.Extensions.Timers;
using Newtonsoft.Json;

namespace FunctionsHost.Triggers;

/// <summary>
/// The last runs of timers, in the blobs and the JSON of the real host. The package's own implementation depends on a storage library
/// of 2018, which doesn't start without cultures.
/// </summary>
internal sealed class ScheduleStatusBlobs(BlobContainerClient container, LaunchOptions options) : ScheduleMonitor
{
    public override async Task<ScheduleStatus?> GetStatusAsync(string timerName)
    {
        try
        {
            var content = await Blob(timerName).DownloadContentAsync();
            return JsonConvert.DeserializeObject<ScheduleStatus>(content.Value.Content.ToString());
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
            return null;
        }
    }

    public override async Task UpdateStatusAsync(string timerName, ScheduleStatus status)
    {
        var content = BinaryData.FromString(JsonConvert.SerializeObject(status));
        try
        {
            await Blob(timerName).UploadAsync(content, overwrite: true);
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
            await container.CreateIfNotExistsAsync();
            await Blob(timerName).UploadAsync(content, overwrite: true);
        }
    }

    private BlobClient Blob(string timer) => container.GetBlobClient($"timers/{options.HostId}/{timer}/status");
}
