using System.Security.Cryptography;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using DetainerLedger.Ingest;
using DetainerLedger.Storage.Blobs;
using Microsoft.Extensions.Options;

namespace DetainerLedger.Storage.Tests;

public sealed class BlobArchiveTests(Storage storage) : IAsyncLifetime
{
    private const int Limit = 20 * 1024 * 1024;
    private readonly BlobServiceClient _blobs = storage.Blobs();
    private readonly BlobArchive _archive = new(storage.Blobs(), Options.Create(new LedgerStorageOptions { LargestFile = Limit }), TimeProvider.System);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private BlobContainerClient Reports => _blobs.GetBlobContainerClient(Containers.Reports);

    public async ValueTask InitializeAsync() => await _archive.Create(Cancellation);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_file_is_kept_under_the_hash_of_its_bytes_however_often_it_comes()
    {
        var content = RandomNumberGenerator.GetBytes(100_000);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(content));
        await _archive.Keep(sha256, content, Cancellation);
        await _archive.Keep(sha256, content, Cancellation);

        Assert.Equal(content, await Read(Made.Arrival(1) with { Sha256 = sha256 }));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1_000)]
    [InlineData(19 * 1024 * 1024)]
    public async Task An_upload_lies_where_reports_are_dropped_and_can_be_read_before_it_is_taken_in(int length)
    {
        var content = RandomNumberGenerator.GetBytes(length);
        var arrival = await _archive.Drop("ddor.pdf", new DateOnly(2017, 2, 13), new Unseekable(content), Cancellation);

        Assert.Equal(("ddor.pdf", (long)length, ArrivalState.Received), (arrival.Name, arrival.Bytes, arrival.State));
        Assert.Equal(content, await Read(arrival));
        await using var incoming = await IncomingBlob.Open(Reports.GetBlobClient(arrival.BlobName), Cancellation);
        Assert.Equal((arrival.Id, arrival.Name, arrival.Bytes, "2017-02-13"), (incoming.Id, incoming.Name, incoming.Bytes, incoming.ReleasedOn));
    }

    [Fact]
    public async Task Two_uploads_of_one_name_don_t_overwrite_each_other()
    {
        var first = await _archive.Drop("same.pdf", null, new MemoryStream([1]), Cancellation);
        var second = await _archive.Drop("same.pdf", null, new MemoryStream([2]), Cancellation);

        Assert.NotEqual(first.Id, second.Id);
        Assert.Equal([1], (await Read(first))!);
    }

    [Fact]
    public async Task An_upload_over_the_limit_leaves_nothing()
    {
        var failure = await Assert.ThrowsAsync<FileTooLargeException>(
            () => _archive.Drop("large.pdf", null, new Unseekable(new byte[Limit + 1]), Cancellation));

        Assert.Equal(Limit, failure.Limit);
        Assert.DoesNotContain(
            await Reports.GetBlobsAsync(cancellationToken: Cancellation).ToListAsync(Cancellation), blob => blob.Name.EndsWith("/large.pdf", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_that_was_overwritten_before_it_was_read_is_not_taken_for_the_new_one()
    {
        var arrival = await _archive.Drop("ddor.pdf", null, new MemoryStream([1]), Cancellation);
        await Reports.GetBlobClient(arrival.BlobName).UploadAsync(new BinaryData([2]), overwrite: true, Cancellation);

        Assert.Null(await _archive.Open(arrival, Cancellation));
    }

    [Fact]
    public async Task Metadata_are_found_in_any_case()
    {
        var blob = Reports.GetBlobClient("case.pdf");
        await blob.UploadAsync(
            new BinaryData([1]), new BlobUploadOptions { Metadata = new Dictionary<string, string> { ["ReleasedOn"] = "2017-02-13" } }, Cancellation);

        await using var incoming = await IncomingBlob.Open(blob, Cancellation);

        Assert.Equal("2017-02-13", incoming.ReleasedOn);
    }

    private async Task<byte[]?> Read(Arrival arrival)
    {
        await using var stream = await _archive.Open(arrival, Cancellation);
        if (stream is null) return null;
        using var content = new MemoryStream();
        await stream.CopyToAsync(content, Cancellation);
        return content.ToArray();
    }

    // As the body of a request is: its length is not known beforehand.
    private sealed class Unseekable(byte[] content) : MemoryStream(content)
    {
        public override bool CanSeek => false;
    }
}
