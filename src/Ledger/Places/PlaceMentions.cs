using System.Text.RegularExpressions;

namespace DetainerLedger.Places;

/// <summary>Tells whether texts name a place; not what they say of it.</summary>
public sealed class PlaceMentions(IEnumerable<string> texts)
{
    private static readonly string AnyState =
        string.Join('|', StateDirectory.All.SelectMany(state => new[] { state.Code, state.Name }).Select(Regex.Escape));

    private readonly List<string> _texts = [.. texts.Select(PlaceText.Fold)];

    public bool Name(Jurisdiction place)
    {
        if (string.IsNullOrWhiteSpace(place.Name)) return false;
        // "Baltimore" is not "Baltimore County", "Franklin County, Iowa" is not the one in Pennsylvania,
        // and the California of "Alameda County, California" is not the whole state.
        var before = place.Kind is JurisdictionKind.State ? @"(?<!, ?)(?<!\w)" : @"(?<!\w)";
        var after = $@"(?!\w)(?! County)(?:, ?(?<state>{AnyState})\b)?";
        var mention = new Regex($"{before}(?i:{Regex.Escape(PlaceText.Fold(place.Name))}){after}", RegexOptions.CultureInvariant);
        return _texts.Any(text => mention.Matches(text).Any(match => IsOf(place.State, match.Groups["state"])));
    }

    private static bool IsOf(string? state, Group printed) =>
        !printed.Success || state is null || printed.Value == state || printed.Value == StateNames.Of(state);
}
