using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace DetainerLedger.Parsing.Tables;

/// <summary>Reads the content of one cell. An empty cell is null; nothing is guessed.</summary>
public static partial class CellReader
{
    private const string Bullets = "•‣◦▪▫●○■□·∙➢►\uf0b7\uf0a7\uf0d8";
    // Word processors print a small o as the bullet of a second level.
    private const string Dashes = "–—-*o";

    private const char FirstFullWidth = '\uff01';
    private const char LastFullWidth = '\uff5e';

    // Without culture data, .NET doesn't compose letters and their marks.
    private const string Composed = "ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜÝàáâãäåçèéêëìíîïñòóôõöùúûüýÿ";
    private const string Letters = "AAAAAACEEEEIIIINOOOOOUUUUYaaaaaaceeeeiiiinooooouuuuyy";
    private const string Marks = "\u0300\u0301\u0302\u0303\u0308\u030a\u0327\u0300\u0301\u0302\u0308\u0300\u0301\u0302\u0308\u0303\u0300\u0301\u0302\u0303\u0308"
        + "\u0300\u0301\u0302\u0308\u0301\u0300\u0301\u0302\u0303\u0308\u030a\u0327\u0300\u0301\u0302\u0308\u0300\u0301\u0302\u0308\u0303"
        + "\u0300\u0301\u0302\u0303\u0308\u0300\u0301\u0302\u0308\u0301\u0308";

    private static readonly FrozenDictionary<(char, char), char> Compositions =
        Enumerable.Range(0, Composed.Length).ToFrozenDictionary(index => (Letters[index], Marks[index]), index => Composed[index]);

    private static readonly string[] Unambiguous =
    [
        "yyyy-M-d", "yyyy/M/d", "yyyyMMdd",
        "MMMM d, yyyy", "MMM d, yyyy", "MMMM d yyyy", "MMM d yyyy", "d MMMM yyyy", "d MMM yyyy", "d-MMM-yyyy", "d-MMM-yy", "d/MMM/yyyy", "MMM-d-yyyy",
        "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm:ss",
    ];

    private static readonly string[] MonthFirst =
        ["M/d/yyyy", "M/d/yy", "M-d-yyyy", "M-d-yy", "M.d.yyyy", "M.d.yy", "M/d/yyyy H:mm", "M/d/yyyy H:mm:ss", "M/d/yyyy h:mm:ss tt", "M/d/yyyy h:mm tt", .. Unambiguous];

    private static readonly string[] DayFirst = ["d/M/yyyy", "d/M/yy", "d-M-yyyy", "d-M-yy", "d.M.yyyy", "d.M.yy", "d/M/yyyy H:mm", "d/M/yyyy H:mm:ss", .. Unambiguous];

    /// <summary>Text as printed, without typographic artifacts: odd spaces, soft hyphens, ligatures, marks without width.</summary>
    public static string? Text(string? raw)
    {
        if (raw is null) return null;
        if (IsPlain(raw)) return raw;
        var text = new StringBuilder(raw.Length);
        foreach (var letter in raw) Append(text, letter);
        while (text.Length > 0 && text[^1] == ' ') text.Length--;
        return text.Length == 0 ? null : text.ToString();
    }

    // Nearly every text is as it should be, and each is read many times: letters that are never replaced, and single spaces between them.
    private static bool IsPlain(string text)
    {
        for (var index = 0; index < text.Length; index++)
            if (text[index] == ' ' ? index == 0 || index == text.Length - 1 || text[index - 1] == ' ' : !IsNeverReplaced(text[index])) return false;
        return text.Length > 0;
    }

    // A part of the letters that Append takes as they are.
    private static bool IsNeverReplaced(char letter) =>
        letter is > ' ' and < '\u007f' or > '\u00a0' and < '\u00ad' or > '\u00ad' and < '\u0300' or > '\u2011' and < '\u2028';

    /// <summary>The lines of a cell that a spreadsheet or text file stores as one text; none if it is empty.</summary>
    public static IReadOnlyList<string> Lines(string? raw) =>
        string.IsNullOrWhiteSpace(raw) ? [] : raw.AsSpan().ContainsAny('\r', '\n') ? [.. raw.ReplaceLineEndings("\n").Split('\n')] : [raw];

    /// <summary>Joins the lines of a cell or paragraph; a word broken at its own hyphen is rejoined.</summary>
    public static string? Join(IEnumerable<string> lines)
    {
        if (lines is IReadOnlyList<string> { Count: <= 1 } cell) return cell.Count == 0 ? null : Text(cell[0]);
        if (lines is List<string> whole && AreWhole(whole)) return Text(string.Join(' ', whole));
        var text = new StringBuilder();
        foreach (var raw in lines)
        {
            var softBreak = text.Length > 0 && text[^1] == '\u00ad';
            if (softBreak) text.Length--;
            var line = raw.Trim();
            if (line.Length == 0) continue;
            if (text.Length > 0 && !softBreak && !EndsWithinWord(text)) text.Append(' ');
            text.Append(line);
        }

        return Text(text.ToString());
    }

    // Nearly every cell: no line ends within a word, and none begins or ends with a space.
    private static bool AreWhole(List<string> lines)
    {
        foreach (var line in lines)
            if (line.Length == 0 || char.IsWhiteSpace(line[0]) || char.IsWhiteSpace(line[^1]) || line[^1] is '-' or '\u2010' or '\u2011' or '/' or '\u00ad') return false;
        return true;
    }

    /// <summary>A day in one of the styles that reports use; null if the cell is empty or no such day exists.</summary>
    /// <param name="order">The part that comes first if both are numbers.</param>
    public static DateOnly? Date(string? raw, DateOrder order = DateOrder.MonthFirst)
    {
        if (Text(raw) is not { Length: <= 40 } text) return null;
        text = InUsualWidth(text);
        if (!text.AsSpan().ContainsAnyInRange('0', '9')) return null;
        text = Ordinal().Replace(text, "$1");
        text = Dot().Replace(SpacedSlash().Replace(text, "$1"), "$1").Replace("Sept ", "Sep ", StringComparison.OrdinalIgnoreCase);
        return DateTime.TryParseExact(text, order == DateOrder.MonthFirst ? MonthFirst : DayFirst, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var day) && day.Year is >= 1950 and < 2100
            ? DateOnly.FromDateTime(day)
            : null;
    }

    /// <summary>Whether a text is a day in any style, with the month or the day first.</summary>
    public static bool IsDate(string? raw) => Date(raw) is not null || Date(raw, DateOrder.DayFirst) is not null;

    /// <summary>A count, with or without thousands separators; null if the cell is empty or contains no count.</summary>
    public static int? Count(string? raw)
    {
        if (Text(raw) is not { } printed || InUsualWidth(printed) is not { } text || !CountPattern().IsMatch(text)) return null;
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;
    }

    /// <summary>
    /// Replaces full-width digits, letters and signs by their ASCII equivalents, as Unicode's compatibility forms do (NFKC). For values only:
    /// other text is kept as printed.
    /// </summary>
    public static string InUsualWidth(string text) => text.AsSpan().ContainsAnyInRange(FirstFullWidth, LastFullWidth)
        ? string.Create(text.Length, text, static (narrow, wide) =>
        {
            for (var index = 0; index < narrow.Length; index++)
                narrow[index] = wide[index] is >= FirstFullWidth and <= LastFullWidth ? (char)(wide[index] - FirstFullWidth + '!') : wide[index];
        })
        : text;

    /// <summary>Whether a row's name identifies it as the sum of others.</summary>
    public static bool IsTotal(string? raw) => Text(raw) is { } text && Total().IsMatch(text);

    /// <summary>Separates an activity from its mark: <c>Burglary (Conviction)</c> is a burglary and a conviction.</summary>
    public static (string? Activity, string? Disposition) Activity(string? raw)
    {
        if (Text(raw) is not { } text) return (null, null);
        var mark = Mark().Match(text);
        return mark.Success ? (Text(text[..mark.Index]), Disposition(mark.Groups[1].Value)) : (text, null);
    }

    /// <summary><c>charge</c> or <c>conviction</c>, from any form of the words; null for anything else.</summary>
    public static string? Disposition(string? raw) => Text(raw)?.ToLowerInvariant() switch
    {
        "charge" or "charged" or "charges" or "(charge)" => "charge",
        "conviction" or "convicted" or "convictions" or "(conviction)" => "conviction",
        _ => null,
    };

    /// <summary>Separates a place from the AOR in parentheses after it.</summary>
    public static (string? Place, string? Aor) PlaceAndAor(string? raw)
    {
        if (Text(raw) is not { } text) return (null, null);
        var aor = Parenthesis().Match(text);
        return aor.Success && aor.Index > 0 ? (Text(text[..aor.Index]), Text(aor.Groups[1].Value)) : (text, null);
    }

    /// <summary>
    /// The items of a bulleted or numbered cell, in order. A cell without bullets is one item; text before the first bullet is one too.
    /// Dashes and the like are bullets only where the cell begins with one, and numbers only where they count up from 1.
    /// </summary>
    public static IReadOnlyList<string> Items(IEnumerable<string> lines)
    {
        var items = new List<List<string>>();
        var all = lines.SelectMany(line => line.Split('\n')).Select(line => line.Trim()).Where(line => line.Length > 0).ToList();
        var isDashed = all.Count > 0 && StartsWithDash(all[0]);
        var numbered = NumberedLines(all);
        foreach (var (index, line) in all.Index())
        {
            if (numbered.TryGetValue(index, out var text)) items.Add([text]);
            else if (StartsWithBullet(line) || (isDashed && StartsWithDash(line))) items.Add([line[1..]]);
            else if (items.Count == 0) items.Add([line]);
            else items[^1].Add(line);
        }

        return [.. items.Select(Join).OfType<string>()];
    }

    /// <summary>The lines that begin with the next number, without it. "287(g)" at the beginning of a line isn't one.</summary>
    private static Dictionary<int, string> NumberedLines(List<string> lines)
    {
        var numbered = new Dictionary<int, string>();
        if (lines.Count == 0 || !ItemNumber().IsMatch(lines[0])) return numbered;
        foreach (var (index, line) in lines.Index())
        {
            var match = ItemNumber().Match(line);
            if (match.Success && match.Groups[1].Value == (numbered.Count + 1).ToString(CultureInfo.InvariantCulture)) numbered.Add(index, line[match.Length..]);
        }

        // A single number isn't a numbering.
        if (numbered.Count < 2) numbered.Clear();
        return numbered;
    }

    public static bool StartsWithBullet(string line) => line.Length > 0 && Bullets.Contains(line[0], StringComparison.Ordinal);

    private static bool StartsWithDash(string line) => line.Length > 1 && Dashes.Contains(line[0], StringComparison.Ordinal) && char.IsWhiteSpace(line[1]);

    /// <summary>Whether a date of enactment is complete: it ends in a year, or states that it is unknown.</summary>
    public static bool IsWholeEnactment(string text) => Enactment().IsMatch(text);

    private static bool EndsWithinWord(StringBuilder text) =>
        text.Length > 1 && text[^1] is '-' or '\u2010' or '\u2011' or '/' && !char.IsWhiteSpace(text[^2]) && !EndsWithWith(text);

    // "w/", with, and "w/o" are words of their own; "and/" isn't.
    private static bool EndsWithWith(StringBuilder text) =>
        text[^1] == '/' && text[^2] is 'w' or 'W' && (text.Length == 2 || char.IsWhiteSpace(text[^3]));

    private static void Append(StringBuilder text, char letter)
    {
        switch (letter)
        {
            case '\u00ad' or '\u200b' or '\u200c' or '\u200d' or '\u2060' or '\ufeff':
                break;
            case >= '\u0300' and <= '\u036f' when text.Length > 0 && Compositions.TryGetValue((text[^1], letter), out var composed):
                text[^1] = composed;
                break;
            case '\ufb00':
                text.Append("ff");
                break;
            case '\ufb01':
                text.Append("fi");
                break;
            case '\ufb02':
                text.Append("fl");
                break;
            case '\ufb03':
                text.Append("ffi");
                break;
            case '\ufb04':
                text.Append("ffl");
                break;
            case '\ufb05' or '\ufb06':
                text.Append("st");
                break;
            case '\u2010' or '\u2011':
                text.Append('-');
                break;
            case var space when char.IsWhiteSpace(space) || char.IsControl(space):
                if (text.Length > 0 && text[^1] != ' ') text.Append(' ');
                break;
            default:
                text.Append(letter);
                break;
        }
    }

    [GeneratedRegex(@"^(?:(?:grand\s+|sub-?)?totals?|sum)\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex Total();

    [GeneratedRegex(@"([0-9])(?:st|nd|rd|th)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"^\(?([0-9]{1,2})[.)]\s+(?=\S)")]
    private static partial Regex ItemNumber();

    [GeneratedRegex(@"\s*([/-])\s*")]
    private static partial Regex SpacedSlash();

    [GeneratedRegex(@"([A-Za-z])\.")]
    private static partial Regex Dot();

    [GeneratedRegex(@"^[0-9]{1,3}(?:[,  '’][0-9]{3})+$|^[0-9]{1,3}(?:\.[0-9]{3}){2,}$|^[0-9]{1,9}$")]
    private static partial Regex CountPattern();

    [GeneratedRegex(@"\s*[(\[]\s*(charged?|charges|convictions?|convicted)\s*[)\]]\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Mark();

    [GeneratedRegex(@"\s*\(([^()]*)\)\s*$")]
    private static partial Regex Parenthesis();

    [GeneratedRegex(@"(?:\b(?:19|20)[0-9][0-9]|[0-9]/[0-9][0-9]|\bunknown|\bn/a|\bundated|\bnot available)\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex Enactment();
}
