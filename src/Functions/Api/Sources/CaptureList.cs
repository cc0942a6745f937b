using System.Buffers;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.Reports;
using DetainerLedger.Watching;

namespace DetainerLedger.Functions.Api.Sources;

public sealed record CaptureList(IReadOnlyList<CaptureRow> Captures, string? Next) : IPage<CaptureRow>
{
    public static CsvTable<CaptureRow> Table { get; } = new(
    [
        new("address", row => row.Address),
        new("at", row => row.At),
        new("status", row => row.Status),
        new("outcome", row => row.Outcome),
        new("sha256", row => row.Sha256),
        new("reportId", row => row.ReportId),
        new("lastModified", row => row.LastModified),
        new("source", row => row.Source),
        new("etag", row => row.Etag),
        new("contentType", row => row.ContentType),
        new("date", row => row.Date),
        new("error", row => row.Error),
    ]);

    IReadOnlyList<CaptureRow> IPage<CaptureRow>.Rows => Captures;
}

/// <summary>A capture as the API returns it.</summary>
public sealed record CaptureRow(
    string Address,
    DateTimeOffset At,
    int? Status,
    CaptureOutcome Outcome,
    string? Sha256,
    ArrivalId? ReportId,
    DateTimeOffset? LastModified,
    string Source,
    string? Etag,
    string? ContentType,
    DateTimeOffset? Date,
    string? Error)
{
    public static CaptureRow Of(Capture capture) => new(
        capture.Address,
        capture.At,
        capture.Status,
        capture.Outcome,
        capture.Sha256,
        capture.ReportId,
        capture.LastModified,
        capture.Source,
        capture.ETag,
        capture.ContentType,
        capture.Date,
        capture.Error);
}

/// <summary>The position after a capture.</summary>
public readonly record struct CapturePosition(string Id)
{
    private const int TimeDigits = 21;
    private const int Length = 38;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    public static bool TryParse(string text, out CapturePosition position)
    {
        position = new CapturePosition(text);
        return text.Length == Length
            && text[TimeDigits] == '-'
            && !text.AsSpan(0, TimeDigits).ContainsAnyExceptInRange('0', '9')
            && !text.AsSpan(TimeDigits + 1).ContainsAnyExcept(HexDigits);
    }
}
