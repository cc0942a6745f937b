namespace DetainerLedger.Digests;

/// <summary>
/// Limits the length of a digest, however long the report's texts and lists are, so that it can be stored and read.
/// Numbers are never truncated: a sentence that doesn't fit is left out as a whole, and the digest says so.
/// </summary>
internal static class DigestLength
{
    /// <summary>The limit for all sentences together, in UTF-16 code units. The digest of a published report has about 5,000.</summary>
    public const int Longest = 60_000;

    /// <summary>The limit for one quotation or name, in UTF-16 code units.</summary>
    public const int LongestQuote = 2_000;

    private const string Ellipsis = "…";

    /// <param name="sentences">The sentences in their order; those that fit are kept.</param>
    /// <param name="closing">The last sentences, which are always kept.</param>
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
        // A surrogate pair must not be split.
        var end = LongestQuote - Ellipsis.Length;
        return string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[end - 1]) ? end - 1 : end).TrimEnd(), Ellipsis);
    }
}
