using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Spreadsheet;

namespace DetainerLedger.Parsing.Xlsx;

/// <summary>Decides by a cell's style whether its number is shown as a date, and writes the parts of the date that are shown.</summary>
internal sealed partial class CellDates(IReadOnlyList<string?> patterns, bool is1904)
{
    // Numbers counted from 1904 are four years and a day lower.
    private const int DaysFrom1900To1904 = 1462;

    // Before March 1900 the two ways of counting from 1900 differ by a day that never existed; no report is that old.
    private const double First = 61;
    private const double Last = 2_958_466;

    private const string Day = "yyyy-MM-dd";
    private const string Month = "MMMM yyyy";
    private const string Year = "yyyy";

    public static CellDates Of(Stylesheet? styles, bool is1904)
    {
        var codes = new Dictionary<uint, string>();
        foreach (var format in styles?.NumberingFormats?.Elements<NumberingFormat>() ?? [])
            if (format.NumberFormatId?.Value is { } id && format.FormatCode?.Value is { } code)
                codes[id] = code;
        return new CellDates([.. (styles?.CellFormats?.Elements<CellFormat>() ?? []).Select(format => PatternOf(format.NumberFormatId?.Value ?? 0, codes))], is1904);
    }

    /// <summary>The date that a number is shown as; null if it isn't shown as one.</summary>
    public string? Read(double number, int style)
    {
        if (style < 0 || style >= patterns.Count || patterns[style] is not { } pattern) return null;
        var days = is1904 ? number + DaysFrom1900To1904 : number;
        return days is >= First and < Last ? DateTime.FromOADate(days).ToString(pattern, CultureInfo.InvariantCulture) : null;
    }

    private static string? PatternOf(uint id, Dictionary<uint, string> codes) => codes.TryGetValue(id, out var code) ? PatternOf(code) : id switch
    {
        // The formats that have a number in the standard, and no code in the file.
        17 => Month,
        (>= 14 and <= 16) or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 58) => Day,
        _ => null,
    };

    private static string? PatternOf(string code)
    {
        var letters = NoLetters().Replace(code, "").Split(';')[0];
        if (letters.Contains('d', StringComparison.OrdinalIgnoreCase)) return Day;
        if (!letters.Contains('y', StringComparison.OrdinalIgnoreCase)) return null;
        return letters.Contains('m', StringComparison.OrdinalIgnoreCase) ? Month : Year;
    }

    // Words in quotes, escaped characters, and colours and locales in brackets.
    [GeneratedRegex(@"""[^""]*""|[\\_*].|\[[^\]]*\]")]
    private static partial Regex NoLetters();
}
