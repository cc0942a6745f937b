using System.Buffers;

namespace DetainerLedger.Functions.Api.Results;

/// <summary>
/// What the agency printed must not run as a formula in somebody's spreadsheet: text that would begin one gets an apostrophe
/// in front. So does text that begins with an apostrophe, so that whoever takes one off has every text as it was.
/// </summary>
public static class CsvText
{
    private static readonly SearchValues<char> Risky = SearchValues.Create("=+-@＝＋－＠\t\r\n'");

    public static string Escape(string text) => text.Length > 0 && Risky.Contains(text[0]) ? $"'{text}" : text;
}
