using System.Text.RegularExpressions;

namespace DetainerLedger.Places;

/// <summary>
/// Resolves the printed name of a place to a jurisdiction, and never guesses a state.
/// It accepts any text without throwing; resolving a jurisdiction's own name and state gives the same jurisdiction.
/// </summary>
public sealed partial class NameResolver(JurisdictionRegister register)
{
    /// <summary>Resolves a name and, where the report has one, its state, as printed: a name, a postal code or an abbreviation.</summary>
    /// <returns>
    /// Without a state, or with two that differ, the id, state and kind are null, and the name is as printed, without typesetting.
    /// </returns>
    public Jurisdiction Resolve(string name, string? state = null)
    {
        var printed = TextFolding.Clean(name);
        if (TextFolding.IsTruncated(printed)) return Unresolved(printed);

        var column = TextFolding.Clean(WithoutArea(TextFolding.Clean(state)));
        var parts = Parts(printed);
        var own = register.FindState(column);
        var found = own ?? (parts.Count > 1 ? register.FindState(parts[^1]) : null) ?? StateWithin(parts);
        if (found is null) return Unresolved(printed);

        var named = WithoutState(parts, found);
        if (named.Skip(1).Any(part => register.FindState(part) is not null))
            return Unresolved(own is null ? printed : TextFolding.Clean($"{string.Join(", ", parts)}, {column}"));
        return Find(found, named, isAfterComma: named.Count < parts.Count) ?? Unresolved(printed);
    }

    private static Jurisdiction Unresolved(string name) => new(null, name, null, null, null);

    /// <summary>The parts between commas, without the area of responsibility: some areas have the names of states.</summary>
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
        parts is [var whole] && StateNames.FindByFullName(whole) is { } state ? state : KindClassifier.StateOfAgency(TextFolding.Words(parts[0]));

    private List<string> WithoutState(List<string> parts, State state)
    {
        var named = parts.ToList();
        while (named.Count > 1 && register.FindState(named[^1]) == state) named.RemoveAt(named.Count - 1);
        return named;
    }

    /// <returns>Null when there is no word in the name.</returns>
    private Jurisdiction? Find(State state, List<string> named, bool isAfterComma)
    {
        var words = named.Select(TextFolding.Words).Where(part => part.Count > 0).ToList();
        if (words.Count == 0) return null;

        // A city may be followed by its county (Iowa City, Johnson County), and an agency by its place, which is a part of its name.
        var all = words.SelectMany(part => part).ToList();
        var chosen = NameNormalizer.Normalize(register, state, KindClassifier.IsAgency(all) ? all : words[0]);

        if (state.Code == "DC" && chosen is ["washington"]) return register.WholeState(state);
        if (register.FindState(string.Concat(chosen)) == state)
            // "New York, New York" means the city; a state that is also in its own column means the state.
            return isAfterComma && chosen is ["new", "york"] ? NotRegistered(state, ["new", "york", "city"]) : register.WholeState(state);

        return register.Find(state, chosen) ?? NotRegistered(state, chosen);
    }

    /// <summary>
    /// A place that isn't in the register. It follows from the state and the words alone: jurisdictions are compared by value,
    /// so one id must never have two names.
    /// </summary>
    private Jurisdiction NotRegistered(State state, IReadOnlyList<string> words) => new(
        NameNormalizer.Id(state, words), NameNormalizer.DisplayName(register, state, words), state.Code, KindClassifier.Kind(state, words), null);

    [GeneratedRegex(@"\([^()]*(\)|$)")]
    private static partial Regex Parenthesis();
}
