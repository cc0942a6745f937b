using System.Globalization;
using DetainerLedger.Parsing;
using DetainerLedger.Reports;

namespace DetainerLedger.Ingest;

/// <summary>
/// Limits the text that the record of an arrival quotes from its file, so that the record can always be written. An arrival that
/// can't be recorded would be retried without end and without a stated reason.
/// </summary>
internal static class ArrivalLimits
{
    private const int LongestCheck = 200;
    private const int LongestRefusal = 1000;

    public static IReadOnlyList<Check> Truncate(IReadOnlyList<Check> checks)
    {
        var shown = checks.Take(ReportIngestor.ChecksShown).Select(check => check with { Message = TruncateText(check.Message, LongestCheck) }).ToList();
        if (checks.Count > shown.Count)
        {
            var rest = string.Create(CultureInfo.InvariantCulture, $"{checks.Count - shown.Count:N0} more checks are in the week's summary.");
            shown.Add(new Check("more-checks", CheckSeverity.Info, rest, null));
        }

        return shown;
    }

    public static Refusal Truncate(Refusal refusal) => refusal with
    {
        Message = TruncateText(refusal.Message, LongestRefusal),
        Field = refusal.Field is { } field ? TruncateText(field, LongestRefusal) : null,
    };

    private static string TruncateText(string text, int longest)
    {
        if (text.Length <= longest) return text;
        var end = char.IsHighSurrogate(text[longest - 2]) ? longest - 2 : longest - 1;
        return text[..end] + '…';
    }
}
