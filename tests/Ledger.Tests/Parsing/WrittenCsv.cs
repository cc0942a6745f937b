using System.Text;
using CsvHelper;
using DetainerLedger.Reports;

namespace DetainerLedger.Tests.Parsing;

/// <summary>Writes reports as one CSV file a week.</summary>
internal static class WrittenCsv
{
    public static TheoryData<string, string> EncodingsAndSeparators
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var encoding in new[] { "utf-8", "utf-8 with its mark", "utf-16", "utf-16 without its mark", "utf-16BE", "windows-1252" })
                foreach (var separator in new[] { ",", ";", "\t" })
                    all.Add(encoding, separator);
            return all;
        }
    }

    public static string Of(WeeklyReport report, char separator = ',')
    {
        var tables = WrittenTables.Of(report);
        string[] headers = ["section", "name", "value", .. tables.Issued.Headers, .. tables.Declined.Headers, .. tables.Policies.Headers];
        using var text = new StringWriter();
        using (var csv = CsvWriter.Create(text, CsvWriterOptions.Default with { Separator = separator, ValidateFieldCount = false }, leaveOpen: true))
        {
            Write(csv, headers);
            foreach (var value in tables.Values) Write(csv, ["report", .. value]);
            Write(csv, "issued", tables.Issued, 0);
            Write(csv, "declined", tables.Declined, tables.Issued.Headers.Length);
            Write(csv, "policy", tables.Policies, tables.Issued.Headers.Length + tables.Declined.Headers.Length);
        }

        return text.ToString();
    }

    public static byte[] Encode(string text, string encoding) => encoding switch
    {
        "utf-8" => Encoding.UTF8.GetBytes(text),
        "utf-8 with its mark" => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)],
        "utf-16" => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)],
        "utf-16 without its mark" => Encoding.Unicode.GetBytes(text),
        "utf-16BE" => [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(text)],
        _ => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text),
    };

    private static void Write(CsvWriter csv, string section, WrittenTable table, int columnsBefore)
    {
        foreach (var row in table.Rows) Write(csv, [section, null, null, .. Enumerable.Repeat<string?>(null, columnsBefore), .. row]);
    }

    private static void Write(CsvWriter csv, IEnumerable<string?> cells)
    {
        foreach (var cell in cells) csv.WriteField(cell);
        csv.EndRecord();
    }
}
