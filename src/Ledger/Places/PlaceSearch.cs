namespace DetainerLedger.Places;

/// <summary>Looks for a part of a name, folded as ids are: case, diacritics, apostrophes and spaces don't count, and <c>Saint</c> is <c>St.</c></summary>
public sealed class PlaceSearch(string text)
{
    private readonly string _key = Key(text);

    /// <summary>What holds no letter or digit finds nothing.</summary>
    public bool Finds(Jurisdiction place) => _key.Length > 0 && Key(place.Name).Contains(_key, StringComparison.Ordinal);

    private static string Key(string text) => string.Concat(PlaceText.Words(text).Select(PlaceWording.Word));
}
