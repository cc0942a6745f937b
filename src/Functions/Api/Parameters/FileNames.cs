using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace DetainerLedger.Functions.Api.Parameters;

/// <summary>The name of an uploaded file.</summary>
public static class FileNames
{
    public const int MaxLength = 200;

    /// <summary>Whether the name can appear in a list and in a header: no folders, no invisible characters.</summary>
    public static bool IsName(string text) =>
        text.Length <= MaxLength
        && !string.IsNullOrWhiteSpace(text)
        && text is not ("." or "..")
        && !text.AsSpan().ContainsAny('/', '\\')
        && !text.EnumerateRunes().Any(IsInvisible);

    /// <summary>The name in <c>Content-Disposition</c>; null if there is none.</summary>
    public static string? InHeader(HttpRequest request) =>
        ContentDispositionHeaderValue.TryParse(request.Headers.ContentDisposition.ToString(), out var disposition)
            ? HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).Value
            : null;

    // A lone surrogate is enumerated as the replacement character; the category Format includes the bidirectional controls.
    private static bool IsInvisible(Rune rune) =>
        rune == Rune.ReplacementChar
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
