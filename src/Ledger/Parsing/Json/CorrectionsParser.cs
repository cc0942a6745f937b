using System.Text.Json;
using DetainerLedger.Reports;

namespace DetainerLedger.Parsing.Json;

/// <summary>Reads a notice of corrections, such as <c>samples/corrections-2017-03.json</c>.</summary>
internal static class CorrectionsParser
{
    public static Reading Read(JsonElement root, JsonSource source)
    {
        var fields = source.Fields;
        var corrections = new List<Correction>();
        foreach (var (row, path) in fields.Objects(root, "", "corrections"))
        {
            var at = source.At("corrections", corrections.Count);
            var (jurisdiction, asPrinted) = source.Place(row, path, at);
            corrections.Add(new Correction(
                Required(fields, path, "week", fields.Date(row, path, "week")),
                Section(fields, row, path),
                jurisdiction,
                asPrinted,
                fields.Text(row, path, "reason"),
                Required(fields, path, "was", fields.Count(row, path, "was")),
                Required(fields, path, "is", fields.Count(row, path, "is")),
                at));
        }

        var notice = new CorrectionNotice(fields.Text(root, "", "title"), fields.Date(root, "", "dated"), Statement(root, fields), corrections);
        if (source.Refused() is { } refused) return refused;
        return corrections.Count == 0
            ? source.Refuse(RefusalCodes.NoRows, "The notice corrects nothing.", "corrections")
            : new Reading.Corrections(notice, JsonSource.Format, source.Remarks);
    }

    private static T Required<T>(JsonFields fields, string path, string key, T? value)
        where T : struct
    {
        if (value is null) fields.Fail(JsonFields.Join(path, key), "is missing");
        return value ?? default;
    }

    private static CorrectedSection Section(JsonFields fields, JsonElement row, string path)
    {
        switch (fields.Text(row, path, "section"))
        {
            case "issued":
                return CorrectedSection.Issued;
            case "declined":
                return CorrectedSection.Declined;
            case "listed":
                return CorrectedSection.Listed;
            default:
                fields.Fail(JsonFields.Join(path, "section"), "is none of “issued”, “declined” and “listed”");
                return default;
        }
    }

    private static string? Statement(JsonElement root, JsonFields fields)
    {
        var origin = fields.Text(root, "", "source");
        string?[] parts = [fields.Text(root, "", "statement"), fields.Text(root, "", "datedUncertainty"), origin is null ? null : $"Source: {origin.TrimEnd('.')}."];
        return string.Join(' ', parts.OfType<string>()) is { Length: > 0 } statement ? statement : null;
    }
}
