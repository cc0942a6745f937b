using System.Text.RegularExpressions;
using DetainerLedger.Parsing.Tables;
using DetainerLedger.Places;

namespace DetainerLedger.Parsing.Pdf.SelfCheck;

/// <summary>
/// The values of a column are of one kind: a place is neither a date nor two places. Values that can't be read at all (a date,
/// a count) are reported where they are read.
/// </summary>
internal sealed partial class ColumnKinds(ColumnMap map, IReadOnlyList<RowOnPage> rows)
{
    private const double Most = 0.8;
    private const double FewDated = 0.1;

    private readonly ReportField[] _dates = map.Section switch
    {
        ReportSection.Declined => [ReportField.IssuedOn, ReportField.DeclinedOn],
        ReportSection.Listed => [ReportField.Enacted],
        _ => [],
    };

    // In a table in which few rows have dates, a row without one isn't suspicious.
    private readonly Lazy<bool> _areDated = new(() => rows.Count(row => IsDated(map, row)) >= Most * rows.Count);

    // Reasons, activities and policies can contain dates; where few do, a date in one is of another row.
    private readonly Lazy<ReportField[]> _undated = new(() => [.. new[] { ReportField.Reason, ReportField.Activity, ReportField.Policy }
        .Where(field => rows.Count(row => row.Text(map, field) is { } text && FullDate().IsMatch(text)) <= FewDated * rows.Count)]);

    public IEnumerable<TableDoubt?> In(RowOnPage row)
    {
        foreach (var field in map.Fields)
            if (row.Text(map, field) is { } text && (Unexpected(field, text) ?? UnexpectedDate(field, text)) is { } reason)
                yield return new TableDoubt(DoubtCodes.UnexpectedValue, $"{TableSelfCheck.Quote(text)} {reason}", row.Page);
        if (Sentence(row) is { } sentence)
            yield return new TableDoubt(DoubtCodes.UncertainRow, $"{TableSelfCheck.Quote(sentence.Text)} reads as a sentence: it may be a note that is no part of the row.", sentence.Page);
        if (_dates.Any(map.Has) && _areDated.Value && !IsDated(map, row) && row.Filled * 2 <= row.Cells.Length)
            yield return new TableDoubt(DoubtCodes.UncertainRow, "The row has less than half of its cells and no date: it may be a note, or a part of another row.", row.Page);
    }

    // A table's cells are names and phrases. Only criteria can be sentences.
    private static CellLine? Sentence(RowOnPage row) => row.Lines.FirstOrDefault(
        line => line.Page == row.Page && line.Column != row.Columns.Map.IndexOf(ReportField.Criteria) && WholeSentence().IsMatch(line.Text));

    private static bool IsDated(ColumnMap map, RowOnPage row) =>
        row.Text(map, ReportField.IssuedOn) is not null || row.Text(map, ReportField.DeclinedOn) is not null || row.Text(map, ReportField.Enacted) is not null;

    private string? Unexpected(ReportField field, string text) => field switch
    {
        not ReportField.Criteria when CellReader.StartsWithBullet(text) || CellReader.StartsWithBullet(text[^1..]) => "begins or ends with a bullet, which is of a list in another column.",
        ReportField.Place => Place(text),
        ReportField.State when StateNames.Find(text) is null => "is in the column of states and is not a state.",
        ReportField.State when StateNames.FindByFullName(text) is { } state && text.Length > state.Name.Length && text.Replace(" ", "", StringComparison.Ordinal).Equals(state.Name.Replace(" ", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase) =>
            "is a state's name with a space in it: other words of the table may be broken too.",
        ReportField.Citizenship when Digit().IsMatch(text) || Office().IsMatch(text) || char.IsLower(text[0]) => "is in the column of citizenships and is not a citizenship.",
        ReportField.Agency or ReportField.Reason or ReportField.Activity or ReportField.Citizenship or ReportField.Policy or ReportField.Aor when RunningText().IsMatch(text) => "holds what a page repeats, such as its number.",
        ReportField.Agency or ReportField.Citizenship when FullDate().IsMatch(text) => "contains a date, which this column doesn't.",
        ReportField.Activity when Mark().Count(text) > 1 => "holds the charges or convictions of two rows.",
        ReportField.Agency when PolicyVerb().IsMatch(text) => "is in the column of agencies and reads like part of a reason.",
        ReportField.Enacted when !CellReader.IsWholeEnactment(text) => "is no date of enactment.",
        ReportField.Enacted when Year().Count(text) > 1 => "holds two dates.",
        ReportField.Aor when Digit().IsMatch(text) => "is in the column of areas of responsibility and is not an area.",
        _ => null,
    };

    private string? UnexpectedDate(ReportField field, string text) =>
        FullDate().IsMatch(text) && _undated.Value.Contains(field) ? "contains a date, as few cells of its column do." : null;

    private string? Place(string text)
    {
        var place = CellReader.PlaceAndAor(text).Place ?? text;
        if (Digit().IsMatch(place) || RunningText().IsMatch(place) || NoPlace().IsMatch(place)) return "is in the column of places and is not a place.";
        if (place.EndsWith(',') || place.EndsWith('-') || char.IsAsciiLetterLower(place[0])) return "is a part of a place's name.";
        if (AreaBehind().Count(text) > 1 || County().Count(place) > 1 || Statewise().Matches(place).Count(match => StateNames.FindByFullName(match.Groups[1].Value.Trim()) is not null) > 1) return "names two places.";
        return map.Section == ReportSection.Declined && !map.Has(ReportField.State) && StateNames.FindByFullName(place) is not null
            ? "is a state alone, of which the rest may be lost."
            : null;
    }

    [GeneratedRegex(@"^\W*\p{Lu}\S*(?:\s+\S+){3,}(?<=\p{Ll}{4})\.\W*$")]
    private static partial Regex WholeSentence();

    [GeneratedRegex(@"^(?:will (?:not|only)|(?:does|do) not|honors|requires)\b", RegexOptions.IgnoreCase)]
    private static partial Regex PolicyVerb();

    [GeneratedRegex(@"\d")]
    private static partial Regex Digit();

    [GeneratedRegex(@"\b(?:19|20)[0-9]{2}\b")]
    private static partial Regex Year();

    // Also where another text is printed over the end of the value: “County J11/26/2016”.
    [GeneratedRegex(@"(?<![0-9])[0-9]{1,2}/[0-9]{1,2}/(?:19|20)[0-9]{2}(?![0-9])|(?<![0-9])(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}(?![0-9])")]
    private static partial Regex FullDate();

    [GeneratedRegex(@"\b(?:County|Jail|Sheriff|Police|Department|Detention|Correction\w*|Facility)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Office();

    [GeneratedRegex(@"\bpage\s+\d|\bprinted\b.*\d|\benforcement and removal operations\b|\b\d{1,2}:\d\d\b", RegexOptions.IgnoreCase)]
    private static partial Regex RunningText();

    [GeneratedRegex(@"\b(?:sub-?)?totals?\b|\bnotes?\b|\bcont(?:inued|['’]d|\.)|\bsource\b|^\*|\bsee\b|\bstatewide\s*:", RegexOptions.IgnoreCase)]
    private static partial Regex NoPlace();

    [GeneratedRegex(@"\((?:charged?|charges|convictions?|convicted)\)", RegexOptions.IgnoreCase)]
    private static partial Regex Mark();

    [GeneratedRegex(@"\([^()]*\)")]
    private static partial Regex AreaBehind();

    [GeneratedRegex(@"\b(?:County|Parish)\b", RegexOptions.IgnoreCase)]
    private static partial Regex County();

    [GeneratedRegex(@",\s*([\p{L}. ]+?)(?=$|[,(]|\s+\p{Lu}[\p{L}. ]*,)")]
    private static partial Regex Statewise();
}
