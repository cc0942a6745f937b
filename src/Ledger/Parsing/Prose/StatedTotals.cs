using System.Text.RegularExpressions;
using DetainerLedger.Parsing.Tables;

namespace DetainerLedger.Parsing.Prose;

/// <summary>Separates the sentences that state a section's totals from the rest, which is a notice.</summary>
public sealed partial class StatedTotals
{
    private const string Number = @"(?<n>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+|no|zero)";

    private const string Detainers = @"(?:immigration\s+|ICE\s+)?detainers?";
    private const string Issue = @"(?:issued|lodged|sent|placed)";
    private const string Those = @"of (?:these|those|them|which|that number)";

    public int? Issued { get; private set; }

    public int? HighestVolume { get; private set; }

    public int? Declined { get; private set; }

    /// <summary>Reads a paragraph of Section I.</summary>
    /// <returns>The rest of the paragraph without the totals; null if there is none.</returns>
    public string? ReadIssued(string paragraph) => Rest(paragraph, sentence =>
    {
        if (Repeats(sentence, Issued) || Repeats(sentence, HighestVolume)) return true;
        var issued = Find(sentence, IssuedTotal(), IssuedTotalPassive(), IssuedTotalNamed());
        if (issued is not null && Issued is null)
        {
            Issued = issued;
            HighestVolume ??= Find(sentence, SomeOfThese(), OfThese(), IssuedToThese());
            return true;
        }

        if (HighestVolume is not null || Find(sentence, SomeOfThese(), OfThese(), IssuedToThese()) is not { } sum) return false;
        HighestVolume = sum;
        return true;
    });

    /// <summary>Reads a paragraph of Section II.</summary>
    /// <returns>The rest of the paragraph without the total; null if there is none.</returns>
    public string? ReadDeclined(string paragraph) => Rest(paragraph, sentence =>
    {
        if (Repeats(sentence, Declined)) return true;
        if (Declined is not null || SomeJurisdictions().IsMatch(sentence)
            || Find(sentence, DeclinedTotal(), DeclinedTotalPassive(), DeclinedTotalActive(), DeclinedTotalNamed(), DeclinedOfTheDetainers()) is not { } declined) return false;
        Declined = declined;
        return true;
    });

    // “Total declined detainers: 24” below a table repeats the total. A different number doesn't, and stays a notice.
    private static bool Repeats(string sentence, int? total) => total is not null && RowWords.IsGrandTotal(sentence) && RowWords.NumberAtEnd(sentence) == total;

    private static string? Rest(string paragraph, Func<string, bool> statesTotal) =>
        CellReader.Join(SentenceEnd().Split(paragraph).Where(sentence => !statesTotal(sentence)));

    private static int? Find(string sentence, params ReadOnlySpan<Regex> patterns)
    {
        foreach (var pattern in patterns)
        {
            if (pattern.Match(CellReader.InUsualWidth(sentence)) is not { Success: true } match) continue;
            var number = match.Groups["n"].Value;
            return char.IsAsciiDigit(number[0]) ? CellReader.Count(number) : 0;
        }

        return null;
    }

    [GeneratedRegex(@"(?<=(?<!\b(?:U\.S|St|No|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Inc|Dept|Co|[A-Z]))[.!?][”""’)]?)\s+(?=[“""‘(]?[A-Z])")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@$"\b{Issue}\s+(?:a total of\s+)?{Number}\s+{Detainers}\b", RegexOptions.IgnoreCase)]
    private static partial Regex IssuedTotal();

    [GeneratedRegex(@$"\b{Number}\s+{Detainers}\s+(?:were\s+|had been\s+|have been\s+)?{Issue}\b", RegexOptions.IgnoreCase)]
    private static partial Regex IssuedTotalPassive();

    // "Detainers issued nationwide: 12,158", but not those issued to the jurisdictions of the table.
    [GeneratedRegex(@$"\bdetainers\s+{Issue}\b(?![^:;.]*\b(?:below|table|listed|these|following|jurisdictions|highest)\b)[^:;.0-9]{{0,80}}:\s*{Number}\b", RegexOptions.IgnoreCase)]
    private static partial Regex IssuedTotalNamed();

    // "Of these, 540 …", "Of these 2,825 detainers, 540 …": the number after "these" is that of all.
    [GeneratedRegex(@$"\b{Those}\b(?:\s+[0-9][0-9,]*\s+{Detainers}\b)?[^.]*?\b{Number}\b", RegexOptions.IgnoreCase)]
    private static partial Regex OfThese();

    [GeneratedRegex(@$"\b{Number}\s+{Those}\b", RegexOptions.IgnoreCase)]
    private static partial Regex SomeOfThese();

    [GeneratedRegex(@$"\b{Issue}\s+to\s+(?:the\s+|these\s+)?(?:jurisdictions|counties|places)\b[^:;.0-9]{{0,80}}:\s*{Number}\b", RegexOptions.IgnoreCase)]
    private static partial Regex IssuedToThese();

    [GeneratedRegex(@$"\b{Number}\s+(?:recorded\s+)?declined\s+detainers?\b", RegexOptions.IgnoreCase)]
    private static partial Regex DeclinedTotal();

    [GeneratedRegex(@$"\b{Number}\s+{Detainers}\s+(?:(?:that|which)\s+)?(?:(?:was|were|is|are|had been|have been)\s+)?(?:recorded\s+(?:as\s+)?)?declined\b", RegexOptions.IgnoreCase)]
    private static partial Regex DeclinedTotalPassive();

    // The declines of one county aren't a total.
    [GeneratedRegex(@$"\b(?:jurisdictions|agencies|LEAs|counties|jails)\s+(?:have\s+)?declined\s+(?:a total of\s+)?{Number}\s+{Detainers}\b", RegexOptions.IgnoreCase)]
    private static partial Regex DeclinedTotalActive();

    [GeneratedRegex(@$"\b(?:declined\s+detainers|detainers\s+(?:recorded\s+as\s+)?declined)\b[^:;.0-9]{{0,80}}:\s*{Number}\b", RegexOptions.IgnoreCase)]
    private static partial Regex DeclinedTotalNamed();

    [GeneratedRegex(@$"\bof (?:the|all)\s+detainers\b[^.,;0-9]*,\s*{Number}\s+(?:(?:was|were|have been|had been)\s+)?(?:recorded\s+(?:as\s+)?)?declined\b", RegexOptions.IgnoreCase)]
    private static partial Regex DeclinedOfTheDetainers();

    // "Number of jurisdictions with declined detainers: 12" counts jurisdictions.
    [GeneratedRegex(@"\b(?:number of|[0-9]+)\s+(?:jurisdictions|counties|agencies|LEAs)\s+(?:with|that|which|where)\b", RegexOptions.IgnoreCase)]
    private static partial Regex SomeJurisdictions();
}
