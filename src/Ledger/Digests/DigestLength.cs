namespace DetainerLedger.Digests;

/// <summary>
/// Keeps a digest short enough to be stored and read, however long the report's texts and lists are. Numbers are never cut:
/// a sentence is whole, or it is left out and the digest says so.
/// </summary>
internal static class DigestLength
{
    /// <summary>Of all sentences together, in UTF-16 code units. A report as published has some 5,000.</summary>
    public const int Longest = 60_000;

    /// <summary>Of one quotation or name, in UTF-16 code units.</summary>
    public const int LongestQuote = 2_000;

    private const string Ellipsis = "…";

    /// <param name="sentences">In their order; those that fit are kept.</param>
    /// <param name="closing">Always kept.</param>
    public static IEnumerable<Phrase> Shorten(IEnumerable<Phrase> sentences, IReadOnlyCollection<Phrase> closing)
    {
        var room = Longest - closing.Sum(phrase => phrase.Text.Length);
        var leftOut = false;
        foreach (var sentence in sentences)
        {
            if (sentence.Text.Length > room)
            {
                leftOut = true;
                continue;
            }

            room -= sentence.Text.Length;
            yield return sentence;
        }

        if (leftOut) yield return Phrase.Words("This digest is shortened: the weekly summary has what it leaves out.");
        foreach (var sentence in closing) yield return sentence;
    }

    public static string Quote(string text)
    {
        if (text.Length <= LongestQuote) return text;
        // Half a surrogate pair is no text.
        var end = LongestQuote - Ellipsis.Length;
        return string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[end - 1]) ? end - 1 : end).TrimEnd(), Ellipsis);
    }
}
