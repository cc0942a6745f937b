namespace DetainerLedger.Places;

/// <summary>
/// Looks for a part of a name, folded as ids are: case, diacritics and apostrophes don't count, and <c>Saint</c> is <c>St.</c>
/// </summary>
public sealed class PlaceSearch
{
    private readonly string _words;
    private readonly string _key;

    public PlaceSearch(string text)
    {
        var words = Words(text);
        (_words, _key) = (string.Join(' ', words), string.Concat(words));
    }

    /// <summary>What holds no letter or digit finds nothing.</summary>
    public bool Finds(Jurisdiction place)
    {
        if (_key.Length == 0) return false;
        var words = Words(place.Name);
        return string.Join(' ', words).Contains(_words, StringComparison.Ordinal) || BeginsAtAWord(words);
    }

    // "De Kalb" is DeKalb; but "San" isn't in Los Angeles.
    private bool BeginsAtAWord(List<string> words) =>
        Enumerable.Range(0, words.Count).Any(first => string.Concat(words.Skip(first)).StartsWith(_key, StringComparison.Ordinal));

    private static List<string> Words(string text) => [.. PlaceText.Words(text).Select(PlaceWording.Word)];
}
