using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Microsoft.Azure.WebJobs.Host;

namespace FunctionsHost.Triggers;

#pragma warning disable CS0618 // Not ready for public consumption, in the SDK's own words; its own implementation depends on a storage library of 2018.

/// <summary>Locks between hosts with the same host ID, as leases of the same blobs that the real host uses: only one of the hosts runs the timers.</summary>
internal sealed class BlobLeaseLocks(BlobContainerClient container) : IDistributedLockManager
{
    public async Task<IDistributedLock?> TryLockAsync(
        string account, string lockId, string lockOwnerId, string proposedLeaseId, TimeSpan lockPeriod, CancellationToken cancellationToken)
    {
        var blob = Blob(lockId);
        var lease = blob.GetBlobLeaseClient(proposedLeaseId);
        try
        {
            await lease.AcquireAsync(lockPeriod, cancellationToken: cancellationToken);
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
            await Create(blob, cancellationToken);
            return await TryLockAsync(account, lockId, lockOwnerId, proposedLeaseId, lockPeriod, cancellationToken);
        }
        catch (RequestFailedException failure) when (failure.Status == 409)
        {
            return null;
        }

        return new HeldLock(lockId, lease);
    }

    public async Task<bool> RenewAsync(IDistributedLock lockHandle, CancellationToken cancellationToken)
    {
        try
        {
            await ((HeldLock)lockHandle).Lease.RenewAsync(cancellationToken: cancellationToken);
            return true;
        }
        catch (RequestFailedException failure) when (failure.Status is 0 or >= 500)
        {
            // Retried soon. The exception for a lease that another host has taken isn't caught: it ends the listener.
            return false;
        }
    }

    public async Task<string?> GetLockOwnerAsync(string account, string lockId, CancellationToken cancellationToken)
    {
        try
        {
            var properties = await Blob(lockId).GetPropertiesAsync(cancellationToken: cancellationToken);
            return properties.Value.LeaseState == LeaseState.Leased ? lockId : null;
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
            return null;
        }
    }

    public async Task ReleaseLockAsync(IDistributedLock lockHandle, CancellationToken cancellationToken)
    {
        try
        {
            await ((HeldLock)lockHandle).Lease.ReleaseAsync(cancellationToken: cancellationToken);
        }
        catch (RequestFailedException failure) when (failure.Status is 404 or 409)
        {
            // Another host has it by now, or it no longer exists.
        }
    }

    private BlobClient Blob(string lockId) => container.GetBlobClient($"locks/{lockId}");

    private async Task Create(BlobClient blob, CancellationToken cancellation)
    {
        await container.CreateIfNotExistsAsync(cancellationToken: cancellation);
        try
        {
            await blob.UploadAsync(BinaryData.FromString(""), new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } }, cancellation);
        }
        catch (RequestFailedException failure) when (failure.Status is 409 or 412)
        {
            // Another host was faster.
        }
    }

    private sealed record HeldLock(string LockId, BlobLeaseClient Lease) : IDistributedLock;
}
