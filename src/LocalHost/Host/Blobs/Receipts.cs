using System.Globalization;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace LocalHost.Host.Blobs;

/// <summary>What became of each blob version at one function: kept in storage, so that a restart doesn't run it again.</summary>
internal sealed class Receipts(BlobContainerClient notes, string folder, TimeProvider time)
{
    private const string Attempts = "attempts";
    private const string Ended = "ended";
    private const string Blob = "blob";
    private const int LongestName = 500;

    /// <summary>The keys of the versions that are done with.</summary>
    public async Task<HashSet<string>> ReadEnded(CancellationToken cancellation)
    {
        var ended = new HashSet<string>();
        var options = new GetBlobsOptions { Traits = BlobTraits.Metadata, Prefix = folder };
        await foreach (var receipt in notes.GetBlobsAsync(options, cancellation))
            if (receipt.Metadata.ContainsKey(Ended)) ended.Add(receipt.Name[folder.Length..]);
        return ended;
    }

    /// <returns>Null when another host works on this version.</returns>
    public async Task<Receipt?> TryTake(BlobVersion version, CancellationToken cancellation)
    {
        var note = notes.GetBlobClient(folder + version.Key);
        await HostContainer.CreateIfNotExists(note, Metadata(version, 0, null), cancellation);
        if (await NoteLease.TryAcquire(note, time, cancellation) is not { } lease) return null;
        try
        {
            var metadata = (await note.GetPropertiesAsync(cancellationToken: cancellation)).Value.Metadata;
            return new Receipt(note, lease, version, int.Parse(metadata[Attempts], CultureInfo.InvariantCulture), metadata.ContainsKey(Ended));
        }
        catch
        {
            // Otherwise it would be renewed for as long as this host lives, and nobody could run the blob.
            await lease.DisposeAsync();
            throw;
        }
    }

    private static Dictionary<string, string> Metadata(BlobVersion version, int attempts, string? ended)
    {
        var metadata = new Dictionary<string, string>
        {
            [Attempts] = attempts.ToString(CultureInfo.InvariantCulture),
            // For people who look. Metadata are headers, of 8 KiB in all, and a blob's name may hold any character.
            [Blob] = Uri.EscapeDataString(version.Name.Length > LongestName ? version.Name[..LongestName] : version.Name),
        };
        if (ended is not null) metadata[Ended] = ended;
        return metadata;
    }

    /// <summary>The receipt of one version while this host holds it.</summary>
    internal sealed class Receipt(BlobClient note, NoteLease lease, BlobVersion version, int attempts, bool hasEnded) : IAsyncDisposable
    {
        public int Attempts { get; private set; } = attempts;

        public bool HasEnded { get; } = hasEnded;

        /// <summary>Before the attempt, so that one that takes the process down counts too.</summary>
        public Task CountAttempt() => Write(++Attempts, null);

        /// <summary>An attempt that was broken off by a stop doesn't count.</summary>
        public Task TakeBackAttempt() => Write(--Attempts, null);

        public Task End(string how) => Write(Attempts, how);

        public ValueTask DisposeAsync() => lease.DisposeAsync();

        private Task<Response<BlobInfo>> Write(int attempts, string? ended) =>
            note.SetMetadataAsync(Metadata(version, attempts, ended), lease.Conditions, CancellationToken.None);
    }
}
