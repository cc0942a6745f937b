using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Azure.Data.Tables;

namespace DetainerLedger.Storage.Tables;

/// <summary>
/// A document in an entity: compressed JSON, in as many properties as it needs. A property is limited to 64 KiB and an entity
/// to 1 MiB. Azurite accepts more than Azure does, so the limits are enforced here.
/// </summary>
internal static class Packed
{
    private const int PropertyLimit = 64 * 1024;

    // Azure measures the bytes, Azurite their Base64: 11 properties stay below 1 MiB either way.
    private const int EntityLimit = 11 * PropertyLimit;
    private const string Parts = "Parts";

    public static byte[] Pack<T>(T document, JsonTypeInfo<T> type)
    {
        using var packed = new MemoryStream();
        using (var compressor = new BrotliStream(packed, CompressionLevel.Optimal)) JsonSerializer.Serialize(compressor, document, type);
        return packed.ToArray();
    }

    public static T Unpack<T>(byte[] packed, JsonTypeInfo<T> type)
    {
        using var json = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        return JsonSerializer.Deserialize(json, type) ?? throw new InvalidDataException("A stored document is empty.");
    }

    /// <summary>Stores a document in a single entity.</summary>
    /// <exception cref="InvalidOperationException">The document is larger than an entity.</exception>
    public static TableEntity With(this TableEntity entity, byte[] packed)
    {
        if (packed.Length > EntityLimit)
            throw new InvalidOperationException($"A document of {packed.Length:N0} bytes exceeds the limit of {EntityLimit:N0} bytes of an entity ({entity.RowKey}).");
        Write(entity, packed);
        return entity;
    }

    /// <summary>Splits a document into as many entities as it needs; the first one has their number.</summary>
    public static IReadOnlyList<TableEntity> Split(string partition, string key, byte[] packed)
    {
        var entities = packed.Chunk(EntityLimit).Select((chunk, part) =>
        {
            var entity = new TableEntity(partition, Keys.Part(key, part));
            Write(entity, chunk);
            return entity;
        }).ToList();
        entities[0][Parts] = entities.Count;
        return entities;
    }

    /// <summary>
    /// Reads a document that <see cref="Split"/> stored, with one point read for each part; most documents have one. Cheaper than a
    /// range query, which may scan.
    /// </summary>
    /// <returns>Null when there is no such document.</returns>
    public static async Task<byte[]?> Find(TableClient table, string partition, string key, CancellationToken cancellation)
    {
        var first = await table.GetEntityIfExistsAsync<TableEntity>(partition, Keys.Part(key, 0), cancellationToken: cancellation);
        if (!first.HasValue) return null;
        var parts = new List<TableEntity> { first.Value! };
        while (parts.Count < PartsOf(parts[0]))
            parts.Add(await table.GetEntityAsync<TableEntity>(partition, Keys.Part(key, parts.Count), cancellationToken: cancellation));
        return Join(parts);
    }

    /// <summary>Reads all documents that <see cref="Split"/> stored in a range of one partition.</summary>
    /// <param name="from">The first row key of the range.</param>
    /// <param name="end">The first row key after the range.</param>
    public static async IAsyncEnumerable<T> Range<T>(
        TableClient table,
        string partition,
        string from,
        string end,
        JsonTypeInfo<T> type,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        var range = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {end}");
        var parts = new List<TableEntity>();
        await foreach (var entity in table.QueryAsync<TableEntity>(range, cancellationToken: cancellation))
        {
            parts.Add(entity);
            if (parts.Count < PartsOf(parts[0])) continue;
            yield return Unpack(Join(parts), type);
            parts.Clear();
        }
    }

    private static int PartsOf(TableEntity first) => first.GetInt32(Parts) ?? 1;

    // The first part sorts first.
    private static byte[] Join(IEnumerable<TableEntity> parts) => [.. parts.SelectMany(Read)];

    public static byte[] Read(TableEntity entity)
    {
        using var packed = new MemoryStream();
        for (var i = 0; entity.TryGetValue(Property(i), out var chunk); i++) packed.Write((byte[])chunk);
        return packed.ToArray();
    }

    private static void Write(TableEntity entity, byte[] packed)
    {
        for (var i = 0; i * PropertyLimit < packed.Length; i++)
            entity[Property(i)] = packed[(i * PropertyLimit)..Math.Min((i + 1) * PropertyLimit, packed.Length)];
    }

    private static string Property(int index) => $"Data{index:00}";
}
