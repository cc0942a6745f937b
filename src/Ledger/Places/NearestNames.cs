namespace DetainerLedger.Places;

/// <summary>Finds the names that a misspelled one may mean, by the number of letters to change, add, remove or swap.</summary>
public static class NearestNames
{
    // In letters. A longer text is not the name of a place.
    private const int LongestName = 60;

    /// <param name="text">A name, which a state may follow.</param>
    /// <param name="places">The places to choose from.</param>
    /// <param name="count">The most to return.</param>
    /// <returns>The nearest first, then by id; empty if none is near.</returns>
    public static IReadOnlyList<Jurisdiction> Of(string text, IEnumerable<Jurisdiction> places, int count)
    {
        var words = TextFolding.Words(text);
        var state = words.Count > 1 ? StateNames.Find(words[^1]) : null;
        var key = string.Concat((state is null ? words : words[..^1]).Select(NameNormalizer.NormalizeWord));
        if (key.Length is 0 or > LongestName) return [];

        var farthest = Math.Max(1, key.Length / 4);
        return [.. places
            .Where(place => state is null || place.State == state.Code)
            .Select(place => (Place: place, Distance: Distance(key, place, farthest)))
            .Where(near => near.Distance <= farthest)
            .OrderBy(near => near.Distance)
            .ThenBy(near => near.Place.Id, StringComparer.Ordinal)
            .Take(count)
            .Select(near => near.Place)];
    }

    // With its kind and without: "Travs" means Travis County as well.
    private static int Distance(string key, Jurisdiction place, int farthest)
    {
        var words = NameNormalizer.Words(place.Name);
        var whole = Distance(key, string.Concat(words), farthest);
        return place.Kind == JurisdictionKind.County && words.Count > 1
            ? Math.Min(whole, Distance(key, string.Concat(words[..^1]), farthest))
            : whole;
    }

    /// <summary>The optimal string alignment distance; any number above <paramref name="farthest"/> if it is farther.</summary>
    private static int Distance(string a, string b, int farthest)
    {
        if (Math.Abs(a.Length - b.Length) > farthest) return farthest + 1;
        var (beforeLast, last, row) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++) last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var changed = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                row[j] = Math.Min(changed, Math.Min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
            }
            (beforeLast, last, row) = (last, row, beforeLast);
        }
        return last[b.Length];
    }
}
