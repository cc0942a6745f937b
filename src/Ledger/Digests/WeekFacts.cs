using System.Globalization;
using DetainerLedger.Reports;

namespace DetainerLedger.Digests;

/// <summary>Makes facts of one week: formats a value for a sentence, and refers to its place in the weekly summary.</summary>
internal sealed class WeekFacts(DateOnly week)
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    private readonly string _path = $"/api/weeks/{ReportingWeek.Name(week)}#";

    /// <summary>A count, or the size of a change without its sign.</summary>
    public DigestFact Number(int value, string pointer) => new(Math.Abs((long)value).ToString("N0", Culture), _path + pointer);

    /// <param name="share">From 0 to 1.</param>
    public DigestFact Percent(double share, string pointer) => new((share * 100).ToString("0.#", Culture) + "%", _path + pointer);

    public DigestFact Date(DateOnly day, string pointer) => new(day.ToString("MMMM d, yyyy", Culture), _path + pointer);

    public DigestFact DayOfYear(DateOnly day, string pointer) => new(day.ToString("MMMM d", Culture), _path + pointer);

    public DigestFact Year(DateOnly day, string pointer) => new(day.ToString("yyyy", Culture), _path + pointer);

    /// <summary>A quotation from the agency: one fact as a whole, regardless of the numbers in it.</summary>
    public DigestFact Quote(string text, string pointer) => new(OneLine(text), _path + pointer);

    /// <summary>Prefixed with the name of the hash function, so that it can't be mistaken for a word.</summary>
    public DigestFact Sha256(string hash, string pointer) => new($"SHA-256 {hash}", _path + pointer);

    /// <summary>A name as printed; a fact only if there is a number in it.</summary>
    public Phrase Name(string text, string pointer) =>
        text.Any(char.IsDigit) ? Phrase.Of($"{Quote(text, pointer)}") : new Phrase(OneLine(text), []);

    // Line breaks and control characters in a file must not break a line of the digest.
    private static string OneLine(string text) => DigestLength.Quote(string.Join(
        ' ', string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
}
