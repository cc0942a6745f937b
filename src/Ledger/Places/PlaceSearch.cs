namespace DetainerLedger.Places;

/// <summary>
/// Searches for a part of a name, ignoring case, diacritics and apostrophes, with <c>Saint</c> equal to <c>St.</c>
/// </summary>
public sealed class PlaceSearch
{
    private readonly string _words;
    private readonly string _key;

    public PlaceSearch(string text)
    {
        var words = NameNormalizer.Words(text);
        (_words, _key) = (string.Join(' ', words), string.Concat(words));
    }

    /// <summary>Whether the place's name matches. A search without letters and digits matches nothing.</summary>
    public bool Finds(Jurisdiction place)
    {
        if (_key.Length == 0) return false;
        var words = NameNormalizer.Words(place.Name);
        return string.Join(' ', words).Contains(_words, StringComparison.Ordinal) || BeginsAtWord(words);
    }

    // "De Kalb" matches DeKalb, but "San" doesn't match Los Angeles.
    private bool BeginsAtWord(List<string> words) =>
        Enumerable.Range(0, words.Count).Any(first => string.Concat(words.Skip(first)).StartsWith(_key, StringComparison.Ordinal));
}
