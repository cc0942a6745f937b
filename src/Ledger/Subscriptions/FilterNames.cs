using DetainerLedger.Places;

namespace DetainerLedger.Subscriptions;

/// <summary>How a filter is named to people: <c>corrections for Travis County, Texas</c>.</summary>
public static class FilterNames
{
    public static string Of(Filter filter)
    {
        var place = filter.Jurisdiction is { } id ? Place(id) : filter.State is { } state ? StateNames.Of(state) : null;
        return (filter.Corrections, place) switch
        {
            (false, null) => "everything",
            (true, null) => "corrections and revisions",
            (false, _) => place,
            (true, _) => $"corrections and revisions for {place}",
        };
    }

    // An id consists of the state's code and the name's words.
    private static string Place(string id)
    {
        var state = StateNames.Of(id[..2].ToUpperInvariant());
        var words = id[2..].Split('-', StringSplitOptions.RemoveEmptyEntries).Select(word => char.ToUpperInvariant(word[0]) + word[1..]);
        var name = string.Join(' ', words);
        return name.Length == 0 || name == state ? state : $"{name}, {state}";
    }
}
