using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using DetainerLedger.Digests;
using DetainerLedger.Reports;

namespace DetainerLedger.Storage.Tables;

/// <summary>Digests, the newest week first. To insert one is to claim it: the second of two runs finds it there.</summary>
internal sealed class DigestTable(TableClient table)
{
    public async Task<bool> TryAdd(StoredDigest stored, CancellationToken cancellation)
    {
        var digest = stored.Digest;
        var parts = Packed.Split(Keys.Digests, Keys.Digest(digest.Week, digest.Revision), Packed.Pack(stored, StoredJson.Default.StoredDigest));
        parts[0][nameof(Digest.Week)] = ReportingWeek.Name(digest.Week);
        parts[0][nameof(Digest.Revision)] = digest.Revision;
        parts[0][nameof(Digest.ComposedAt)] = digest.ComposedAt;
        parts[0][nameof(Digest.Headline)] = digest.Headline;
        try
        {
            // All of it or nothing: half a claim would keep everybody else out.
            await table.SubmitTransactionAsync(parts.Select(part => new TableTransactionAction(TableTransactionActionType.Add, part)), cancellation);
            return true;
        }
        catch (RequestFailedException failure) when (failure.ErrorCode == TableErrorCode.EntityAlreadyExists)
        {
            return false;
        }
    }

    public async Task<StoredDigest?> Find(DateOnly week, int revision, CancellationToken cancellation)
    {
        var packed = await Packed.Find(table, Keys.Digests, Keys.Digest(week, revision), cancellation);
        return packed is null ? null : Packed.Unpack(packed, StoredJson.Default.StoredDigest);
    }

    public async Task<IReadOnlyList<DigestHeading>> List(CancellationToken cancellation)
    {
        string[] columns = [nameof(Digest.Week), nameof(Digest.Revision), nameof(Digest.ComposedAt), nameof(Digest.Headline)];
        var headings = new List<DigestHeading>();
        await foreach (var entity in table.QueryAsync<TableEntity>(row => row.PartitionKey == Keys.Digests, select: columns, cancellationToken: cancellation))
        {
            // A further part of the digest before it.
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
