using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Azure.Data.Tables;
using DetainerLedger.Storage.Tables;

namespace DetainerLedger.Storage.Tests.Upgrade;

/// <summary>
/// The tables of a ledger as an earlier version of this software wrote them, and what that version answered: two of the samples,
/// one with its release day, a notice of corrections, and the digests.
/// </summary>
internal sealed class EarlierLedger
{
    private readonly JsonElement _stored;

    private EarlierLedger(JsonElement stored) => _stored = stored;

    public static async Task<EarlierLedger> Read(CancellationToken cancellation)
    {
        await using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Upgrade", "ledger-2026-11.json.br"));
        await using var json = new BrotliStream(file, CompressionMode.Decompress);
        return new EarlierLedger((await JsonDocument.ParseAsync(json, cancellationToken: cancellation)).RootElement);
    }

    public JsonElement Answers(string name) => _stored.GetProperty(name);

    /// <summary>Writes the entities into empty tables.</summary>
    public async Task Restore(LedgerTables tables, CancellationToken cancellation)
    {
        foreach (var table in new[] { tables.Index, tables.Reports, tables.Facts, tables.Counts, tables.Arrivals, tables.Digests })
        {
            var part = table.Name[(table.Name.IndexOfAny(['I', 'R', 'F', 'C', 'A', 'D'], "Test".Length))..];
            foreach (var stored in _stored.GetProperty(part).EnumerateArray())
                await table.AddEntityAsync(new TableEntity(stored.EnumerateObject().ToDictionary(property => property.Name, Value)), cancellation);
        }
    }

    private static object Value(JsonProperty property)
    {
        var typed = property.Value.EnumerateObject().Single();
        return typed.Name switch
        {
            "string" => typed.Value.GetString()!,
            "bytes" => typed.Value.GetBytesFromBase64(),
            "int" => typed.Value.GetInt32(),
            "long" => typed.Value.GetInt64(),
            "bool" => typed.Value.GetBoolean(),
            "moment" => DateTimeOffset.Parse(typed.Value.GetString()!, CultureInfo.InvariantCulture),
            _ => throw new InvalidDataException(typed.Name),
        };
    }
}
