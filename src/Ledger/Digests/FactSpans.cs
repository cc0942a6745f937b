namespace DetainerLedger.Digests;

/// <summary>Splits a sentence into its facts and the words between them.</summary>
public static class FactSpans
{
    /// <returns>Every piece of the text in order; <c>Fact</c> is null for words. A fact whose text isn't found is skipped.</returns>
    public static IEnumerable<(string Text, DigestFact? Fact)> Of(string text, IEnumerable<DigestFact> facts)
    {
        var done = 0;
        foreach (var fact in facts)
        {
            var start = fact.Text.Length == 0 ? -1 : text.IndexOf(fact.Text, done, StringComparison.Ordinal);
            if (start < 0) continue;
            if (start > done) yield return (text[done..start], null);
            yield return (fact.Text, fact);
            done = start + fact.Text.Length;
        }
        if (done < text.Length) yield return (text[done..], null);
    }
}
