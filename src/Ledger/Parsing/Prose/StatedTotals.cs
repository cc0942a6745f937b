using System.Text.RegularExpressions;
using DetainerLedger.Parsing.Tables;

namespace DetainerLedger.Parsing.Prose;

/// <summary>Parts the sentences that state a section's totals from the rest, which is a notice.</summary>
public sealed partial class StatedTotals
{
    private const string Number = @"(?<n>\d{1,3}(?:,\d{3})+|\d+|no|zero)";

    public int? Issued { get; private set; }

    public int? HighestVolume { get; private set; }

    public int? Declined { get; private set; }

    /// <summary>Reads a paragraph of Section I.</summary>
    /// <returns>What the paragraph says beyond the totals; null when that is nothing.</returns>
    public string? ReadIssued(string paragraph) => Rest(paragraph, sentence =>
    {
        var issued = Find(sentence, IssuedTotal(), IssuedTotalPassive());
        if (issued is not null && Issued is null)
        {
            Issued = issued;
            HighestVolume ??= Find(sentence, OfThese());
            return true;
        }

        if (HighestVolume is not null || Find(sentence, OfThese()) is not { } sum) return false;
        HighestVolume = sum;
        return true;
    });

    /// <summary>Reads a paragraph of Section II.</summary>
    /// <returns>What the paragraph says beyond the total; null when that is nothing.</returns>
    public string? ReadDeclined(string paragraph) => Rest(paragraph, sentence =>
    {
        if (Declined is not null || Find(sentence, DeclinedTotal(), DeclinedTotalPassive()) is not { } declined) return false;
        Declined = declined;
        return true;
    });

    private static string? Rest(string paragraph, Func<string, bool> statesTotal) =>
        CellReader.Join(SentenceEnd().Split(paragraph).Where(sentence => !statesTotal(sentence)));

    private static int? Find(string sentence, params ReadOnlySpan<Regex> patterns)
    {
        foreach (var pattern in patterns)
        {
            if (pattern.Match(sentence) is not { Success: true } match) continue;
            var number = match.Groups["n"].Value;
            return char.IsAsciiDigit(number[0]) ? CellReader.Count(number) : 0;
        }

        return null;
    }

    [GeneratedRegex(@"(?<=(?<!\b(?:U\.S|St|No|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Inc|Dept|Co|[A-Z]))[.!?][”""’)]?)\s+(?=[“""‘(]?[A-Z])")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@$"\bissued\s+(?:a total of\s+)?{Number}\s+(?:immigration\s+|ICE\s+)?detainers\b", RegexOptions.IgnoreCase)]
    private static partial Regex IssuedTotal();

    [GeneratedRegex(@$"\b{Number}\s+(?:immigration\s+|ICE\s+)?detainers\s+(?:were\s+|had been\s+|have been\s+)?issued\b", RegexOptions.IgnoreCase)]
    private static partial Regex IssuedTotalPassive();

    [GeneratedRegex(@$"\bOf (?:these|those|them|which|that number)\b[^.]*?\b{Number}\b", RegexOptions.IgnoreCase)]
    private static partial Regex OfThese();

    [GeneratedRegex(@$"\b{Number}\s+(?:recorded\s+)?declined\s+detainers?\b", RegexOptions.IgnoreCase)]
    private static partial Regex DeclinedTotal();

    [GeneratedRegex(@$"\b{Number}\s+detainers?\s+(?:(?:that|which)\s+)?(?:(?:was|were|is|are|had been|have been)\s+)?(?:recorded\s+(?:as\s+)?)?declined\b", RegexOptions.IgnoreCase)]
    private static partial Regex DeclinedTotalPassive();
}
