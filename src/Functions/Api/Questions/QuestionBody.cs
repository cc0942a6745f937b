using System.Text.Json;
using DetainerLedger.Functions.Api.Parameters;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.Publishing;
using DetainerLedger.Reports;
using Microsoft.AspNetCore.Http;

namespace DetainerLedger.Functions.Api.Questions;

/// <summary>The body of a question or of its withdrawal, as it was sent.</summary>
public sealed record QuestionBody(string? Section, int? Row, string? Reason, string? Dated)
{
    // In bytes, and in characters.
    private const int LongestBody = 16 * 1024;
    private const int LongestReason = 1000;

    /// <returns>The body, or a problem. It is read up to its limit only.</returns>
    public static async Task<(QuestionBody? Body, Problem? Problem)> Read(HttpRequest request)
    {
        var buffer = new byte[LongestBody + 1];
        var length = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, request.HttpContext.RequestAborted);
        if (length > LongestBody) return (null, Problems.TooLarge(LongestBody));
        try
        {
            return JsonSerializer.Deserialize(buffer.AsSpan(0, length), ApiJson.Web.QuestionBody) is { } body
                ? (body, null)
                : (null, Problems.InvalidBody);
        }
        catch (JsonException)
        {
            return (null, Problems.InvalidBody);
        }
    }

    /// <returns>The question, or the first problem.</returns>
    public (AskedQuestion? Asked, Problem? Problem) Ask(DateTimeOffset now)
    {
        CorrectedSection? section = Section switch
        {
            "issued" => CorrectedSection.Issued,
            "declined" => CorrectedSection.Declined,
            "listed" => CorrectedSection.Listed,
            _ => null,
        };
        if (section is not { } known) return (null, Problems.InvalidSection);
        if (Row is not { } row || row < 1) return (null, Problems.InvalidRow);
        var (reason, dated, problem) = Reasoned(now);
        return problem is null ? (new AskedQuestion(known, row, reason!, dated), null) : (null, problem);
    }

    /// <returns>The reason and its day, or the first problem.</returns>
    public (string? Reason, DateOnly? Dated, Problem? Problem) Reasoned(DateTimeOffset now)
    {
        var reason = Reason?.Trim();
        if (reason is not { Length: > 0 and <= LongestReason } || reason.Any(char.IsControl)) return (null, null, Problems.InvalidReason(LongestReason));
        if (Dated is null) return (reason, null, null);
        return Days.TryParse(Dated, out var day) && ReleaseDay.HasBegun(day, now) ? (reason, day, null) : (null, null, Problems.InvalidDated);
    }
}
