using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using DetainerLedger.Digests;
using DetainerLedger.Reports;

namespace DetainerLedger.Storage.Tables;

/// <summary>Digests, newest week first. The insertion is the claim: of two runs, the second finds the digest of the first.</summary>
internal sealed class DigestTable(TableClient table)
{
    public async Task<bool> TryAdd(Digest digest, CancellationToken cancellation)
    {
        var packed = Packed.Pack(new StoredDigest(digest), StoredJson.Default.StoredDigest);
        var parts = Packed.Split(Keys.Digests, Keys.Digest(digest.Week, digest.Revision), packed);
        parts[0][nameof(Digest.Week)] = ReportingWeek.Name(digest.Week);
        parts[0][nameof(Digest.Revision)] = digest.Revision;
        parts[0][nameof(Digest.ComposedAt)] = digest.ComposedAt;
        parts[0][nameof(Digest.Headline)] = digest.Headline;
        try
        {
            // All parts or none: a digest with missing parts would block every later attempt.
            await table.SubmitTransactionAsync(parts.Select(part => new TableTransactionAction(TableTransactionActionType.Add, part)), cancellation);
            return true;
        }
        catch (RequestFailedException failure) when (failure.ErrorCode == TableErrorCode.EntityAlreadyExists)
        {
            return false;
        }
    }

    /// <exception cref="InvalidDataException">The stored document contains no digest.</exception>
    public async Task<Digest?> Find(DateOnly week, int revision, CancellationToken cancellation)
    {
        var packed = await Packed.Find(table, Keys.Digests, Keys.Digest(week, revision), cancellation);
        if (packed is null) return null;
        return Packed.Unpack(packed, StoredJson.Default.StoredDigest).Digest
            ?? throw new InvalidDataException($"The stored digest of {ReportingWeek.Name(week)}, revision {revision}, has no sentences.");
    }

    public async Task<IReadOnlyList<DigestHeading>> List(CancellationToken cancellation)
    {
        string[] columns = [nameof(Digest.Week), nameof(Digest.Revision), nameof(Digest.ComposedAt), nameof(Digest.Headline)];
        var headings = new List<DigestHeading>();
        await foreach (var entity in table.QueryAsync<TableEntity>(row => row.PartitionKey == Keys.Digests, select: columns, cancellationToken: cancellation))
        {
            // A later part of the same digest.
            if (entity.GetString(nameof(Digest.Week)) is null) continue;
            headings.Add(new DigestHeading(
                DateOnly.ParseExact(entity.GetString(nameof(Digest.Week)), "yyyy-MM-dd", CultureInfo.InvariantCulture),
                entity.GetInt32(nameof(Digest.Revision)) ?? 0,
                entity.GetDateTimeOffset(nameof(Digest.ComposedAt)) ?? default,
                entity.GetString(nameof(Digest.Headline))));
        }

        return headings;
    }
}
