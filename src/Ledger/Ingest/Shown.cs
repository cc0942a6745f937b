using System.Globalization;
using DetainerLedger.Checks;
using DetainerLedger.Parsing;

namespace DetainerLedger.Ingest;

/// <summary>
/// What an arrival shows of what was found in its file. However a file is made, its record stays small enough to be
/// written: one that can't be written would be tried again and again, and never say why.
/// </summary>
internal static class Shown
{
    private const int LongestCheck = 200;
    private const int LongestRefusal = 1000;

    public static IReadOnlyList<Check> Of(IReadOnlyList<Check> checks)
    {
        var shown = checks.Take(ReportIngestor.ChecksShown).Select(check => check with { Message = Cut(check.Message, LongestCheck) }).ToList();
        if (checks.Count > shown.Count)
        {
            var rest = string.Create(CultureInfo.InvariantCulture, $"{checks.Count - shown.Count:N0} more checks stand with the week's summary.");
            shown.Add(new Check("more-checks", CheckSeverity.Info, rest, null));
        }

        return shown;
    }

    public static Refusal Of(Refusal refusal) => refusal with
    {
        Message = Cut(refusal.Message, LongestRefusal),
        Field = refusal.Field is { } field ? Cut(field, LongestRefusal) : null,
    };

    private static string Cut(string text, int longest)
    {
        if (text.Length <= longest) return text;
        var end = char.IsHighSurrogate(text[longest - 2]) ? longest - 2 : longest - 1;
        return text[..end] + '…';
    }
}
