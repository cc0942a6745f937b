using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using DetainerLedger.Reports;

namespace DetainerLedger.Parsing.Json;

/// <summary>
/// Writes a weekly report as JSON, in the shape of <c>GET /weeks/{week}/report</c>: such a file can be dropped again,
/// and is then read by <see cref="JsonReportParser"/>.
/// </summary>
public static class ReportJson
{
    /// <summary>Writes the whole report, sources included, in UTF-8.</summary>
    public static void Write(WeeklyReport report, IBufferWriter<byte> output) => Write(report, null, output);

    /// <summary>The same, with what is known about its rows, which a reader ignores.</summary>
    public static void Write(WeeklyReport report, IReadOnlyList<WeekQuestion>? questions, IBufferWriter<byte> output)
    {
        using var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = ReportJsonContext.Readable.Options.Encoder, SkipValidation = true });
        JsonSerializer.Serialize(writer, ReportDocument.Of(report) with { Questions = questions }, ReportJsonContext.Readable.ReportDocument);
    }
}

/// <summary>The report's JSON shape: <c>detainersDeclined</c> is the number of rows, and the keys are part of the API.</summary>
internal sealed record ReportDocument(
    DateOnly Week,
    ReportingWeek Period,
    int? DetainersIssued,
    int DetainersDeclined,
    int? DeclinedAsStated,
    int? HighestVolumeTotal,
    IReadOnlyList<IssuedVolume> HighestVolume,
    IReadOnlyList<DeclinedDetainer> Declines,
    IReadOnlyList<PolicyListing> Listings,
    IReadOnlyList<Notice> Notices,
    IReadOnlyList<string> SectionTitles,
    string? Scope,
    string? Definition)
{
    /// <summary>The open questions about rows; null to write none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<WeekQuestion>? Questions { get; init; }

    public static ReportDocument Of(WeeklyReport report) => new(
        report.Week,
        report.Period,
        report.DetainersIssued,
        report.Declines.Count,
        report.DeclinedAsStated,
        report.HighestVolumeTotal,
        report.HighestVolume,
        report.Declines,
        report.Listings,
        report.Notices,
        report.SectionTitles,
        report.Scope,
        report.Definition);
}

[JsonSerializable(typeof(ReportDocument))]
internal sealed partial class ReportJsonContext : JsonSerializerContext
{
    /// <summary>Names of places keep their letters; only characters that an HTML page could interpret as markup are escaped.</summary>
    public static ReportJsonContext Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    });
}
