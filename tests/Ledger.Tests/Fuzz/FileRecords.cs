using System.Text;
using System.Text.Json;

namespace DetainerLedger.Tests.Fuzz;

/// <summary>The records of declined detainers in a text file, taken out of it by other means than the reader's: cells without any space.</summary>
internal static class FileRecords
{
    /// <returns>Null when the file's format has no records that can be found without its reader.</returns>
    public static IReadOnlyList<IReadOnlyList<string>>? Declined(string format, byte[] content) => format switch
    {
        "csv" => OfSection(Csv(Decode(content)), "declined"),
        "json" => Json(content),
        _ => null,
    };

    private static List<IReadOnlyList<string>>? OfSection(List<List<string>> records, string name)
    {
        var section = records.Select(record => record.FindIndex(cell => cell.Equals("section", StringComparison.OrdinalIgnoreCase))).FirstOrDefault(column => column >= 0, -1);
        if (section < 0) return null;
        var own = records.Where(record => record.Count > section && record[section].Equals(name, StringComparison.OrdinalIgnoreCase)).ToList();
        for (var i = 1; i < own.Count; i++) FillDown(own[i - 1], own[i], section + 1);
        return [.. own];
    }

    // A record that leaves its first cells blank means those of the record above: a place with its agency, for several rows.
    private static void FillDown(List<string> above, List<string> record, int column)
    {
        for (; column < record.Count && column < above.Count && record[column].Length == 0; column++) record[column] = above[column];
    }

    private static List<IReadOnlyList<string>>? Json(byte[] content)
    {
        try
        {
            using var document = JsonDocument.Parse(content.AsMemory(Math.Max(0, content.AsSpan().IndexOf((byte)'{'))));
            return document.RootElement.TryGetProperty("declines", out var rows) && rows.ValueKind == JsonValueKind.Array
                ? [.. rows.EnumerateArray().Where(row => row.ValueKind == JsonValueKind.Object).Select(Values)]
                : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    // Columns are keys: where a key is missing, those behind it must not move.
    private static List<string> Values(JsonElement row) =>
    [
        .. new[] { "agency", "citizenship", "issued", "declined", "reason", "activity" }
            .Select(key => row.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? FileText.Squeeze(value.GetString()!) : ""),
    ];

    private static string Decode(byte[] content) => content switch
    {
        [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(content),
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(content),
        _ when IsUtf8(content) => Encoding.UTF8.GetString(content),
        _ => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(content),
    };

    private static bool IsUtf8(byte[] content) => System.Text.Unicode.Utf8.IsValid(content);

    private static List<List<string>> Csv(string text)
    {
        var separator = text.Split('\n')[0] is var header && header.Contains('\t') ? '\t' : header.Contains(';') ? ';' : ',';
        var (records, record, cell, isQuoted) = (new List<List<string>>(), new List<string>(), new StringBuilder(), false);
        foreach (var letter in text)
        {
            if (letter == '"') isQuoted = !isQuoted;
            else if (!isQuoted && (letter == separator || letter is '\n' or '\r')) End(letter);
            else cell.Append(letter);
        }

        End('\n');
        return records;

        void End(char letter)
        {
            record.Add(FileText.Squeeze(cell.ToString()));
            cell.Clear();
            if (letter == separator) return;
            if (record.Exists(one => one.Length > 0)) records.Add(record);
            record = [];
        }
    }
}
