using System.Globalization;
using Azure;
using Azure.Data.Tables;
using DetainerLedger.Digests;
using DetainerLedger.Reports;

namespace DetainerLedger.Storage.Tables;

/// <summary>Digests, the newest week first. To insert one is to claim it: the second of two runs finds it there.</summary>
internal sealed class DigestTable(TableClient table)
{
    public async Task<bool> TryAdd(StoredDigest stored, CancellationToken cancellation)
    {
        var digest = stored.Digest;
        var entity = new TableEntity(Keys.Digests, Keys.Digest(digest.Week, digest.Revision))
        {
            [nameof(Digest.Week)] = ReportingWeek.Name(digest.Week),
            [nameof(Digest.Revision)] = digest.Revision,
            [nameof(Digest.ComposedAt)] = digest.ComposedAt,
            [nameof(Digest.Headline)] = digest.Headline,
        }.With(Packed.Pack(stored, StoredJson.Default.StoredDigest));
        try
        {
            await table.AddEntityAsync(entity, cancellation);
            return true;
        }
        catch (RequestFailedException failure) when (failure.Status == 409)
        {
            return false;
        }
    }

    public async Task<StoredDigest?> Find(DateOnly week, int revision, CancellationToken cancellation)
    {
        var entity = await table.GetEntityIfExistsAsync<TableEntity>(Keys.Digests, Keys.Digest(week, revision), cancellationToken: cancellation);
        return entity.HasValue ? Packed.Unpack(Packed.Read(entity.Value!), StoredJson.Default.StoredDigest) : null;
    }

    public async Task<IReadOnlyList<DigestHeading>> List(CancellationToken cancellation)
    {
        string[] columns = [nameof(Digest.Week), nameof(Digest.Revision), nameof(Digest.ComposedAt), nameof(Digest.Headline)];
        var headings = new List<DigestHeading>();
        await foreach (var entity in table.QueryAsync<TableEntity>(row => row.PartitionKey == Keys.Digests, select: columns, cancellationToken: cancellation))
            headings.Add(new DigestHeading(
                DateOnly.ParseExact(entity.GetString(nameof(Digest.Week)), "yyyy-MM-dd", CultureInfo.InvariantCulture),
                entity.GetInt32(nameof(Digest.Revision)) ?? 0,
                entity.GetDateTimeOffset(nameof(Digest.ComposedAt)) ?? default,
                entity.GetString(nameof(Digest.Headline))));
        return headings;
    }
}
