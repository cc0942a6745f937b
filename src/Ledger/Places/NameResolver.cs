using System.Text.RegularExpressions;

namespace DetainerLedger.Places;

/// <summary>
/// Turns the printed name of a place into a jurisdiction, and never guesses a state.
/// It takes any text and doesn't throw; resolving a jurisdiction's own name and state gives the same jurisdiction.
/// </summary>
public sealed partial class NameResolver(JurisdictionRegister register)
{
    /// <summary>Resolves a name and, where the report has one, its state, as printed: a name, a postal code or an abbreviation.</summary>
    /// <returns>
    /// Without a state, or with two that differ, the id, state and kind are null and the name is as printed, but for typesetting.
    /// </returns>
    public Jurisdiction Resolve(string name, string? state = null)
    {
        var printed = PlaceText.Clean(name);
        if (PlaceText.IsIncomplete(printed)) return Unresolved(printed);

        var column = PlaceText.Clean(WithoutArea(PlaceText.Clean(state)));
        var parts = Parts(printed);
        var own = register.FindState(column);
        var found = own ?? (parts.Count > 1 ? register.FindState(parts[^1]) : null) ?? StateWithin(parts);
        if (found is null) return Unresolved(printed);

        var named = WithoutState(parts, found);
        if (named.Skip(1).Any(part => register.FindState(part) is not null))
            return Unresolved(own is null ? printed : PlaceText.Clean($"{string.Join(", ", parts)}, {column}"));
        return Jurisdiction(found, named, isAfterComma: named.Count < parts.Count) ?? Unresolved(printed);
    }

    private static Jurisdiction Unresolved(string name) => new(null, name, null, null, null);

    /// <summary>What stands between commas, without the area of responsibility: some areas have the names of states.</summary>
    private static List<string> Parts(string printed)
    {
        var parts = WithoutArea(printed).Split(',', StringSplitOptions.TrimEntries).ToList();
        while (parts is [.., _, ""]) parts.RemoveAt(parts.Count - 1);
        return parts;
    }

    private static string WithoutArea(string text)
    {
        for (string before; (before = text) != (text = Parenthesis().Replace(text, " "));) { }
        return text;
    }

    private static State? StateWithin(List<string> parts) =>
        parts is [var whole] && StateDirectory.FindByFullName(whole) is { } state ? state : AgencyWords.StateIn(PlaceText.Words(parts[0]));

    private List<string> WithoutState(List<string> parts, State state)
    {
        var named = parts.ToList();
        while (named.Count > 1 && register.FindState(named[^1]) == state) named.RemoveAt(named.Count - 1);
        return named;
    }

    /// <returns>Null when no word names the place.</returns>
    private Jurisdiction? Jurisdiction(State state, List<string> named, bool isAfterComma)
    {
        var words = named.Select(PlaceText.Words).Where(part => part.Count > 0).ToList();
        if (words.Count == 0) return null;

        // A city may be followed by its county (Iowa City, Johnson County), and an agency by its place, which tells it from others.
        var all = words.SelectMany(part => part).ToList();
        var chosen = PlaceWording.Canonical(register, state, AgencyWords.AnyIn(all) ? all : words[0]);

        if (state.Code == "DC" && chosen is ["washington"]) return register.WholeState(state);
        if (register.FindState(string.Concat(chosen)) == state)
            // Who writes "New York, New York" means the city; a state in its own column, given twice, is the state.
            return isAfterComma && chosen is ["new", "york"] ? PlaceNames.Jurisdiction(register, state, ["new", "york", "city"]) : register.WholeState(state);

        return register.Find(state, chosen) ?? PlaceNames.Jurisdiction(register, state, chosen);
    }

    [GeneratedRegex(@"\([^()]*(\)|$)")]
    private static partial Regex Parenthesis();
}
