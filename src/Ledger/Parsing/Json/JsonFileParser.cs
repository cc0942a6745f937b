using System.Text.Json;
using DetainerLedger.Places;

namespace DetainerLedger.Parsing.Json;

/// <summary>Reads a JSON file: its keys decide whether it is a weekly report or a notice of corrections.</summary>
internal sealed class JsonFileParser(NameResolver places, ReadingLimits limits) : IReportParser
{
    // The default depth of JSON readers: the lines of values are looked up by a reader other than the document's.
    private const int Deepest = 64;

    // A row has eight fields, and criteria are a list.
    private const long TokensOfARow = 50;

    private readonly JsonDocumentOptions _strict = new() { MaxDepth = Math.Min(limits.Nesting, Deepest), AllowDuplicateProperties = false };

    private static readonly string[] ReportKeys = ["highestVolume", "declines", "listings"];

    public string Format => "json";

    public bool Recognises(ReadOnlySpan<byte> content) => JsonText.IsObject(content);

    public Reading Parse(ReportFile file, CancellationToken cancellation)
    {
        if (JsonText.Utf8(file.Content) is not { } json)
            return Refuse(RefusalCodes.DamagedFile, "The file is JSON in UTF-16, but some of its characters don't exist. Save it again, best in UTF-8.");
        JsonDocument document;
        try
        {
            if (HasTooMany(json.Span, cancellation)) return Refuse(RefusalCodes.TooLarge, $"The file has more values than {limits.Rows:N0} rows can have, and no more rows are read.");
            document = JsonDocument.Parse(json, _strict);
        }
        catch (JsonException) when (JsonText.LineOfSecondValue(json.Span) is { } second)
        {
            return Refuse(
                RefusalCodes.UnsupportedFormat,
                "The file holds several JSON values, one behind the other, as JSON Lines do. A report is one object with the keys highestVolume, declines and listings.",
                second);
        }
        catch (JsonException damage)
        {
            return Refuse(RefusalCodes.DamagedFile, $"The file is not valid JSON: {damage.Message}", (int?)damage.LineNumber + 1);
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair in a key: the library decodes it only when keys are compared.
            return Refuse(RefusalCodes.DamagedFile, "A key of the file has characters that don't exist (half of a surrogate pair). Save it again.", JsonText.LineOfInvalidKey(json.Span));
        }

        using (document)
        {
            cancellation.ThrowIfCancellationRequested();
            var (root, fields) = (document.RootElement, new JsonFields());
            var rows = ReportKeys.Append("corrections").Sum(key => JsonFields.Get(root, key) is { ValueKind: JsonValueKind.Array } list ? list.GetArrayLength() : 0);
            if (rows > limits.Rows) return Refuse(RefusalCodes.TooLarge, $"The file has {rows:N0} rows; at most {limits.Rows:N0} are read.");

            var source = new JsonSource(file.Id, json, fields, places, cancellation);
            if (JsonFields.Get(root, "corrections") is not null)
                return json.Length > limits.NoticeBytes
                    ? Refuse(RefusalCodes.TooLarge, $"The notice has {json.Length:N0} bytes; at most {limits.NoticeBytes:N0} are kept of one. Cut it into several.")
                    : CorrectionsParser.Read(root, source);
            if (ReportKeys.Any(key => JsonFields.Get(root, key) is not null)) return JsonReportParser.Read(root, source);
        }

        return Refuse(RefusalCodes.NotAReport, "This is JSON, but neither a weekly report (highestVolume, declines, listings) nor a notice of corrections (corrections).");
    }

    // A document takes many times as much memory as its text.
    private bool HasTooMany(ReadOnlySpan<byte> json, CancellationToken cancellation)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = _strict.MaxDepth });
        for (var tokens = 0L; reader.Read(); tokens++)
        {
            if (tokens > (limits.Rows + 1L) * TokensOfARow) return true;
            if (tokens % 4096 == 0) cancellation.ThrowIfCancellationRequested();
        }

        return false;
    }

    private Reading.Refused Refuse(string code, string message, int? line = null) => new(new Refusal(code, message, line), Format);
}
