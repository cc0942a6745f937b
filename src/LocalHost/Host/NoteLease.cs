using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace LocalHost.Host;

/// <summary>
/// Holds a note in storage for one host, so that of several only one works on what it stands for.
/// It is renewed until it is disposed; if its holder dies, it ends by itself, and another takes over.
/// </summary>
internal sealed class NoteLease : IAsyncDisposable
{
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan RenewEvery = TimeSpan.FromSeconds(5);

    private readonly BlobLeaseClient _lease;
    private readonly CancellationTokenSource _held = new();
    private readonly Task _renewing;

    private NoteLease(BlobLeaseClient lease, TimeProvider time)
    {
        _lease = lease;
        _renewing = Renew(time);
    }

    /// <summary>What a write to the note has to show.</summary>
    public BlobRequestConditions Conditions => new() { LeaseId = _lease.LeaseId };

    /// <returns>Null when another holds it.</returns>
    public static async Task<NoteLease?> TryAcquire(BlobClient note, TimeProvider time, CancellationToken cancellation)
    {
        try
        {
            var lease = note.GetBlobLeaseClient();
            await lease.AcquireAsync(Duration, cancellationToken: cancellation);
            return new NoteLease(lease, time);
        }
        catch (RequestFailedException failure) when (failure.Status == 409)
        {
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _held.CancelAsync();
        await _renewing;
        try
        {
            await _lease.ReleaseAsync(cancellationToken: CancellationToken.None);
        }
        catch (RequestFailedException)
        {
            // It ends by itself soon.
        }

        _held.Dispose();
    }

    private async Task Renew(TimeProvider time)
    {
        try
        {
            while (true)
            {
                await Task.Delay(RenewEvery, time, _held.Token);
                await _lease.RenewAsync(cancellationToken: _held.Token);
            }
        }
        catch (Exception failure) when (failure is OperationCanceledException or RequestFailedException)
        {
            // Given back, or lost: then the next write to the note fails, and says so.
        }
    }
}
