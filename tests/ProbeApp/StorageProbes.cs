using Azure.Storage.Blobs;
using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;

namespace ProbeApp;

/// <summary>A blob or message does as its name or text says.</summary>
public sealed class StorageProbes(Journal journal)
{
    [Function("OnBlob")]
    public async Task OnBlob([BlobTrigger("%PROBE%-blobs/{name}", Source = BlobTriggerSource.EventGrid)] BlobClient blob, string name, CancellationToken cancellation)
    {
        var content = (await blob.DownloadContentAsync(cancellation)).Value.Content.ToString();
        await Do("blob", name, content, cancellation);
    }

    [Function("OnText")]
    public Task OnText([BlobTrigger("%PROBE%-texts/in/{name}.txt", Source = BlobTriggerSource.EventGrid)] string text, string name, CancellationToken cancellation) =>
        Do("text", name, text, cancellation);

    [Function("OnMessage")]
    public Task OnMessage([QueueTrigger("%PROBE%-jobs")] QueueMessage message, CancellationToken cancellation) =>
        Do("message", message.Body.ToString(), $"{message.DequeueCount}", cancellation);

    [Function("OnWord")]
    public Task OnWord([QueueTrigger("%PROBE%-words", Connection = "WordStorage")] string word, CancellationToken cancellation) => Do("word", word, "", cancellation);

    private async Task Do(string kind, string name, string detail, CancellationToken cancellation)
    {
        await journal.Add($"{kind} {name} {detail}".TrimEnd());
        if (name.StartsWith("fail", StringComparison.Ordinal)) throw new InvalidOperationException($"{name}, as asked");
        if (name.StartsWith("die-once", StringComparison.Ordinal) && !await journal.IsFirst(name)) return;
        if (name.StartsWith("die", StringComparison.Ordinal)) Environment.FailFast($"{name}, as asked");
        try
        {
            if (name.StartsWith("held", StringComparison.Ordinal)) await journal.WaitForMark(name, cancellation);
            else if (name.StartsWith("slow", StringComparison.Ordinal)) await Task.Delay(Seconds(name), cancellation);
            else return;
            await journal.Add($"{kind} {name} ended");
        }
        catch (OperationCanceledException)
        {
            await journal.Add($"{kind} {name} cancelled");
            throw;
        }
    }

    private static TimeSpan Seconds(string name) => TimeSpan.FromSeconds(int.Parse(name.Split('-')[1], System.Globalization.CultureInfo.InvariantCulture));
}
