using System.Buffers;
using System.Text.RegularExpressions;
using DetainerLedger.Parsing.Pdf.SelfCheck;
using DetainerLedger.Parsing.Tables;

namespace DetainerLedger.Parsing.Pdf;

/// <summary>
/// Joins words that a producer broke at the end of a line. The document and the vocabulary of the field decide whether a hyphen
/// belongs to the word: one form of the word or the other is known. If neither is known, the text is kept and a check names the row.
/// </summary>
internal sealed partial class HyphenatedWords
{
    private static readonly SearchValues<char> Letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private readonly HashSet<string> _words;

    private HyphenatedWords(HashSet<string> words) => _words = words;

    /// <param name="words">All words of the document.</param>
    public static HyphenatedWords Of(IEnumerable<PdfWord> words) => new(In(words.Select(word => word.Text)).ToHashSet(StringComparer.OrdinalIgnoreCase));

    /// <summary>The words of texts, each with its own hyphens.</summary>
    public static IEnumerable<string> In(IEnumerable<string> texts) =>
        texts.SelectMany(text => text.AsSpan().IndexOfAnyExcept(Letters) < 0 ? [text] : Word().Matches(CellReader.Text(text) ?? "").Select(match => match.Value));

    /// <summary>Makes a hyphen that isn't part of the word a soft one, which is dropped when lines are joined; rejoins words broken without one.</summary>
    public void Restore(RowOnPage row)
    {
        foreach (var cell in row.Cells)
        {
            RestoreHyphens(cell);
            for (var line = 0; line + 1 < cell.Count; line++)
                if (IsBrokenWithoutHyphen(cell[line], cell[line + 1]) || IsBrokenAtSlash(cell[line], cell[line + 1])) cell[line] = $"{cell[line].TrimEnd()}\u00ad";
        }
    }

    /// <summary>The same for the lines of a paragraph, in which no word is broken without a hyphen.</summary>
    public void RestoreHyphens(List<string> lines)
    {
        for (var line = 0; line + 1 < lines.Count; line++)
            if (Break(lines, line) is var (first, rest) && IsKnown(first + rest) && !IsKnown($"{first}-{rest}")) lines[line] = $"{lines[line].TrimEnd()[..^1]}\u00ad";
    }

    /// <inheritdoc cref="In(List{string}, int)"/>
    public TableDoubt? In(RowOnPage row) => row.Cells.Select(cell => In(cell, row.Page)).FirstOrDefault(doubt => doubt is not null);

    /// <summary>A break for which nothing shows whether the hyphen is part of the word.</summary>
    public TableDoubt? In(List<string> lines, int page)
    {
        for (var line = 0; line + 1 < lines.Count; line++)
        {
            if (Break(lines, line) is var (first, rest) && IsKnown(first + rest) == IsKnown($"{first}-{rest}"))
                return new TableDoubt(DoubtCodes.BrokenWord, $"“{first}-” ends a line and “{rest}” begins the next: the hyphen may not be a part of the word.", page);
            if (Fragment().IsMatch(lines[line + 1]) && EndsInLetters().Match(lines[line]) is { Success: true } upper && !ReportVocabulary.Words.Contains(lines[line + 1].Trim()))
                return new TableDoubt(DoubtCodes.BrokenWord, $"“{upper.Value}” ends a line and “{lines[line + 1].Trim()}” is the next: they may be one word.", page);
        }

        return null;
    }

    // A column too narrow for a word breaks it between any two letters.
    private static bool IsBrokenWithoutHyphen(string upper, string lower) =>
        EndsInLetters().Match(upper) is { Success: true } first && BeginsSmall().Match(lower) is { Success: true } rest
        && ReportVocabulary.Words.Contains(first.Value + rest.Value) && !(ReportVocabulary.Words.Contains(first.Value) && ReportVocabulary.Words.Contains(rest.Value));

    // “w/o” is one word, whatever follows its slash.
    private static bool IsBrokenAtSlash(string upper, string lower) => EndsInSlash().IsMatch(upper) && BeginsSmall().IsMatch(lower);

    private bool IsKnown(string word) => _words.Contains(word) || ReportVocabulary.Words.Contains(word);

    // A capital after the hyphen begins the second part of a name, as in “Miami-Dade”.
    private static (string Before, string After)? Break(List<string> cell, int line) =>
        CellReader.Text(cell[line]) is { } upper && CellReader.Text(cell[line + 1]) is { } lower
        && EndsInHyphen().Match(upper) is { Success: true } first && BeginsSmall().Match(lower) is { Success: true } rest
            ? (first.Groups[1].Value, rest.Value)
            : null;

    [GeneratedRegex(@"\p{L}+(?:['’-]\p{L}+)*")]
    private static partial Regex Word();

    [GeneratedRegex(@"(?<![\p{L}\p{Nd}'’-])(\p{L}+)-$")]
    private static partial Regex EndsInHyphen();

    [GeneratedRegex(@"(?<![\p{L}\p{Nd}'’-])(?:\p{Lu}\p{Ll}*|\p{Ll}{2,})$")]
    private static partial Regex EndsInLetters();

    // Too short for a word on a line of its own.
    [GeneratedRegex(@"^\s*\p{Ll}{1,2}\s*$")]
    private static partial Regex Fragment();

    [GeneratedRegex(@"\p{L}/\s*$")]
    private static partial Regex EndsInSlash();

    [GeneratedRegex(@"^\p{Ll}[\p{L}'’]*")]
    private static partial Regex BeginsSmall();
}
