using System.Buffers;

namespace DetainerLedger.Functions.Api.Results;

/// <summary>
/// Prevents printed text from running as a formula in a spreadsheet: text that would begin a formula is prefixed with an
/// apostrophe. So is text that begins with an apostrophe, so that removing one restores every text.
/// </summary>
public static class CsvText
{
    private static readonly SearchValues<char> Risky = SearchValues.Create("=+-@＝＋－＠\t\r\n'");

    public static string Escape(string text) => text.Length > 0 && Risky.Contains(text[0]) ? $"'{text}" : text;
}
