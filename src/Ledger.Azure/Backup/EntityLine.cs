using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;

namespace DetainerLedger.Storage.Backup;

/// <summary>
/// An entity as a line of JSON: its keys, and each property with its type, so that the restored entity is the same. The time of
/// the last write and the entity tag are the service's own, and nothing in the ledger depends on them.
/// </summary>
internal static class EntityLine
{
    private const string Partition = "partition";
    private const string Row = "row";
    private const string Properties = "properties";

    public static byte[] Write(TableEntity entity)
    {
        var line = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(line))
        {
            json.WriteStartObject();
            json.WriteString(Partition, entity.PartitionKey);
            json.WriteString(Row, entity.RowKey);
            json.WriteStartObject(Properties);
            foreach (var (name, value) in entity.OrderBy(property => property.Key, StringComparer.Ordinal))
            {
                if (value is null || IsOfTheService(name)) continue;
                var (type, text) = Text(name, value);
                json.WriteStartArray(name);
                json.WriteStringValue(type);
                json.WriteStringValue(text);
                json.WriteEndArray();
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return line.WrittenSpan.ToArray();
    }

    /// <exception cref="FormatException">The line isn't an entity.</exception>
    public static TableEntity Read(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var entity = new TableEntity(json.RootElement.GetProperty(Partition).GetString(), json.RootElement.GetProperty(Row).GetString());
            foreach (var property in json.RootElement.GetProperty(Properties).EnumerateObject())
                entity[property.Name] = Value(property.Value[0].GetString()!, property.Value[1].GetString()!);
            return entity;
        }
        catch (Exception malformed) when (malformed is JsonException or KeyNotFoundException or InvalidOperationException or IndexOutOfRangeException)
        {
            throw new FormatException($"A line is not an entity: {malformed.Message}", malformed);
        }
    }

    private static bool IsOfTheService(string name) =>
        name is nameof(TableEntity.PartitionKey) or nameof(TableEntity.RowKey) or "Timestamp" || name.StartsWith("odata.", StringComparison.Ordinal);

    private static (string Type, string Text) Text(string name, object value) => value switch
    {
        string text => ("String", text),
        int number => ("Int32", number.ToString(CultureInfo.InvariantCulture)),
        long number => ("Int64", number.ToString(CultureInfo.InvariantCulture)),
        double number => ("Double", number.ToString("R", CultureInfo.InvariantCulture)),
        bool flag => ("Boolean", flag ? "true" : "false"),
        DateTimeOffset moment => ("DateTime", moment.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)),
        Guid guid => ("Guid", guid.ToString("D")),
        byte[] bytes => ("Binary", Convert.ToBase64String(bytes)),
        _ => throw new NotSupportedException($"The property {name} has the type {value.GetType().Name}, which no entity can have."),
    };

    private static object Value(string type, string text) => type switch
    {
        "String" => text,
        "Int32" => int.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
        "Int64" => long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
        "Double" => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
        "Boolean" => bool.Parse(text),
        "DateTime" => DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
        "Guid" => Guid.ParseExact(text, "D"),
        "Binary" => Convert.FromBase64String(text),
        _ => throw new FormatException($"{type} is not the type of a property."),
    };
}
