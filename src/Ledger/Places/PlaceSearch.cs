namespace DetainerLedger.Places;

/// <summary>
/// Searches for a part of a name, ignoring case, diacritics and apostrophes, with <c>Saint</c> equal to <c>St.</c>
/// The name may be followed by a state: <c>Travis County, Texas</c>, <c>travis tx</c>. A state alone also finds the state itself.
/// </summary>
public sealed class PlaceSearch
{
    private const int LongestStateName = 4;

    private readonly List<Wanted> _wanted;

    public PlaceSearch(string text)
    {
        var words = TextFolding.Words(text);
        _wanted = [new Wanted(words, State: null), .. WithState(words)];
        WholeState = StateNames.Find(string.Concat(words));
    }

    private State? WholeState { get; }

    /// <summary>Whether the place matches. A search without letters and digits matches nothing.</summary>
    public bool Finds(Jurisdiction place) =>
        (WholeState is { } state && place.Kind == JurisdictionKind.State && place.State == state.Code) || Finds(place.Name, place.State);

    /// <param name="name">The name of a place or an agency.</param>
    /// <param name="state">The postal code; null if it isn't known.</param>
    public bool Finds(string name, string? state)
    {
        List<string>? words = null;
        foreach (var wanted in _wanted)
        {
            if (wanted.Key.Length == 0 || (wanted.State is not null && wanted.State != state)) continue;
            words ??= NameNormalizer.Words(name);
            if (string.Join(' ', words).Contains(wanted.Words, StringComparison.Ordinal) || BeginsAtWord(words, wanted.Key)) return true;
        }
        return false;
    }

    // The last words may be a state, or belong to the name: both are searched for.
    private static IEnumerable<Wanted> WithState(List<string> words)
    {
        for (var length = 1; length <= LongestStateName && length < words.Count; length++)
            if (StateNames.Find(string.Concat(words[^length..])) is { } state) yield return new Wanted(words[..^length], state.Code);
    }

    // "De Kalb" matches DeKalb, but "San" doesn't match Los Angeles.
    private static bool BeginsAtWord(List<string> words, string key) =>
        Enumerable.Range(0, words.Count).Any(first => string.Concat(words.Skip(first)).StartsWith(key, StringComparison.Ordinal));

    private sealed record Wanted(string Words, string Key, string? State)
    {
        public Wanted(IEnumerable<string> words, string? State)
            : this([.. words.Select(NameNormalizer.NormalizeWord)], State)
        {
        }

        private Wanted(List<string> normalized, string? State)
            : this(string.Join(' ', normalized), string.Concat(normalized), State)
        {
        }
    }
}
