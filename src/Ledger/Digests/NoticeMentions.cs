using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DetainerLedger.Places;
using DetainerLedger.Reports;

namespace DetainerLedger.Digests;

/// <summary>Tells whether the notices of a report name a place; not what they say of it.</summary>
internal sealed class NoticeMentions(IEnumerable<Notice> notices)
{
    private static readonly string AnyState =
        string.Join('|', States.Codes.Concat(States.Codes.Select(StateNames.Of)).Select(Regex.Escape));

    private readonly List<string> _texts = [.. notices.Select(notice => Plain(notice.Text))];

    public bool Name(Jurisdiction place)
    {
        if (string.IsNullOrWhiteSpace(place.Name)) return false;
        // "Baltimore" is not "Baltimore County", "Franklin County, Iowa" is not the one in Pennsylvania,
        // and the California of "Alameda County, California" is not the whole state.
        var before = place.Kind is JurisdictionKind.State ? @"(?<!, ?)(?<!\w)" : @"(?<!\w)";
        var after = $@"(?!\w)(?! County)(?:, ?(?<state>{AnyState})\b)?";
        var mention = new Regex($"{before}(?i:{Regex.Escape(Plain(place.Name))}){after}", RegexOptions.CultureInvariant);
        return _texts.Any(text => mention.Matches(text).Any(match => IsOf(place.State, match.Groups["state"])));
    }

    private static bool IsOf(string? state, Group printed) =>
        !printed.Success || state is null || printed.Value == state || printed.Value == StateNames.Of(state);

    // Typographic apostrophes, diacritics and line breaks don't tell places apart.
    private static string Plain(string text) => string.Join(' ', string.Concat(text.Normalize(NormalizationForm.FormD)
        .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
        .Select(c => c == '\u2019' ? '\'' : c)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
