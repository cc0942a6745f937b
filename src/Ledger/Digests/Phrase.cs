using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text;

namespace DetainerLedger.Digests;

/// <summary>
/// A part of a sentence and the facts in it. It is built from constants, facts and other phrases only,
/// so a number can be in a sentence only as a fact.
/// </summary>
internal sealed record Phrase(string Text, IReadOnlyList<DigestFact> Facts)
{
    public static Phrase Of(PhraseHandler words) => words.ToPhrase();

    public static Phrase Words([ConstantExpected] string words) => new(words, []);

    /// <summary>The singular for 1, the plural for any other count.</summary>
    public static Phrase Plural(int count, [ConstantExpected] string one, [ConstantExpected] string many) =>
        new(count == 1 ? one : many, []);

    public static Phrase AreOrIs(int count) => Plural(count, "is", "are");

    public static Phrase WereOrWas(int count) => Plural(count, "was", "were");

    public static Phrase Jurisdictions(int count) => Plural(count, "jurisdiction", "jurisdictions");

    public static Phrase Detainers(int count) => Plural(count, "detainer", "detainers");

    /// <summary>A list in a sentence: <c>a</c>; <c>a and b</c>; <c>a, b, and c</c>.</summary>
    public static Phrase List(IReadOnlyList<Phrase> items) => items.Count == 2 ? Of($"{items[0]} and {items[1]}") : Joined(items, ", ");

    /// <summary>A list of items that may be lists themselves: <c>a; b; and c</c>.</summary>
    public static Phrase Series(IReadOnlyList<Phrase> items) => items.Count == 2 ? Of($"{items[0]}, and {items[1]}") : Joined(items, "; ");

    public DigestSentence ToSentence() => new(Text.Length == 0 ? "" : char.ToUpperInvariant(Text[0]) + Text[1..], Facts);

    private static Phrase Joined(IReadOnlyList<Phrase> items, string separator)
    {
        var separated = items.Select((item, i) => i > 0 && i == items.Count - 1 ? "and " + item.Text : item.Text);
        return new Phrase(string.Join(separator, separated), [.. items.SelectMany(item => item.Facts)]);
    }
}

/// <summary>Handles an interpolated string as a phrase; it has no overload for strings and numbers.</summary>
[InterpolatedStringHandler]
internal readonly struct PhraseHandler(int literalLength, int formattedCount)
{
    private readonly StringBuilder _text = new(literalLength + formattedCount * 8);
    private readonly List<DigestFact> _facts = new(formattedCount);

    public void AppendLiteral(string words) => _text.Append(words);

    public void AppendFormatted(DigestFact fact)
    {
        _text.Append(fact.Text);
        _facts.Add(fact);
    }

    public void AppendFormatted(Phrase? phrase)
    {
        if (phrase is null) return;
        _text.Append(phrase.Text);
        _facts.AddRange(phrase.Facts);
    }

    public Phrase ToPhrase() => new(_text.ToString(), _facts);
}
