using System.Globalization;
using System.Text.RegularExpressions;

namespace DetainerLedger.Parsing.Tables;

/// <summary>The words of table rows that aren't rows of facts: totals, continuation marks, titles of sections.</summary>
internal static partial class RowWords
{
    /// <summary>Whether a row sums up others, all of them or some.</summary>
    public static bool IsTotal(string text) => BeginsWithTotal().IsMatch(text) || EndsWithTotal().IsMatch(text);

    /// <summary>Whether a text has the word of a total somewhere, or has it broken: nearly none has.</summary>
    public static bool CanBeTotal(string text) =>
        text.Contains("tot", StringComparison.OrdinalIgnoreCase) || text.Contains("sum", StringComparison.OrdinalIgnoreCase) || text.Contains('\u00ad', StringComparison.Ordinal);

    /// <summary>Whether a row sums up all others of its table.</summary>
    public static bool IsGrandTotal(string text) => GrandTotal().IsMatch(text);

    /// <summary>The number at the end of a text; null if there is none.</summary>
    public static int? NumberAtEnd(string text) =>
        LastNumber().Match(text) is { Success: true } number && int.TryParse(number.Groups[1].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var count) ? count : null;

    /// <summary>Whether a text states that a table, or a place, continues: <c>Continued on next page</c>, <c>Travis County (continued)</c>.</summary>
    public static bool IsContinuation(string text) => WholeContinuation().IsMatch(text) || Continuation().IsMatch(text);

    /// <summary>A place without its continuation mark; null if nothing is left.</summary>
    public static string? WithoutContinuation(string text) =>
        WholeContinuation().IsMatch(text) ? null : Continuation().Replace(text, "") is { Length: > 0 } place ? place : null;

    /// <summary>Whether a text on its own is a note: by the mark or word that it begins with, or as a whole sentence.</summary>
    public static bool IsNote(string text) => MarkedNote().IsMatch(text) || Sentence().IsMatch(text);

    public static bool IsSentence(string text) => Sentence().IsMatch(text);

    public static bool IsSectionTitle(string text) => SectionTitle().IsMatch(text);

    [GeneratedRegex(@"^\W*(?:(?:grand|overall|running)\s+|sub\s*-?\s*)?totals?\b|^\W*sum\W*[0-9,]*\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex BeginsWithTotal();

    [GeneratedRegex(@"\b(?:sub\s*-?\s*)?totals?\W*(?:[0-9][0-9,]*)?\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex EndsWithTotal();

    [GeneratedRegex(@"^\W*(?:(?:grand|overall)\s+totals?|totals?|sum)\b(?:\W|[0-9]|\b(?:declined|issued|listed|detainers?|jurisdictions?|recorded|number|of|all|rows?|records?|the|in|this|table|section)\b)*$", RegexOptions.IgnoreCase)]
    private static partial Regex GrandTotal();

    [GeneratedRegex(@"(?<![0-9,.])([0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,9})\W*$")]
    private static partial Regex LastNumber();

    [GeneratedRegex(@"^\W*(?:(?:table|list|section\s+[ivx0-9]+)\s+)?(?:is\s+)?(?:continued|continues|cont(?:['’]?d)?)\b\W*(?:(?:on|from)\s+(?:the\s+)?(?:next|previous|following|page)\b[\w\s]*\W*)?$", RegexOptions.IgnoreCase)]
    private static partial Regex WholeContinuation();

    [GeneratedRegex(@"[\s,–—-]*[(\[]?\s*\b(?:continued|cont['’]d|contd|cont\.)\s*[)\]]?\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex Continuation();

    [GeneratedRegex(@"^(?:\*{1,3}|[†‡§¹²³])\s*\p{L}|^(?:foot)?(?:note|source)s?\s*:\s*\S", RegexOptions.IgnoreCase)]
    private static partial Regex MarkedNote();

    [GeneratedRegex(@"^\W*\p{Lu}\S*(?:\s+\S+){3,}(?<=\p{Ll}{4})\.\W*$")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"^Section\s+(?:[IVX]{1,4}|[0-9])\s*[:.\-–—]", RegexOptions.IgnoreCase)]
    private static partial Regex SectionTitle();
}
