using System.Collections.Frozen;
using DetainerLedger.Parsing.Tables;

namespace DetainerLedger.Parsing.Pdf.SelfCheck;

/// <summary>
/// Values of a column repeat. If two cells, one below the other, hold a value that no other row has, and their words, split
/// at another position, are values of other rows, words of one cell may have moved into the other.
/// </summary>
internal sealed class ShiftedWords
{
    private const int MostWords = 24;
    private const double MostCapitals = 0.8;

    private static readonly ReportField[] Repeating = [ReportField.Place, ReportField.Agency, ReportField.Citizenship, ReportField.Reason, ReportField.Activity];

    private static readonly FrozenSet<string> Kinds = FrozenSet.ToFrozenSet(
        ["Adult", "Bureau", "Center", "Complex", "Correction", "Correctional", "Corrections", "Department", "Detention", "Division", "Facility", "Institution", "Jail", "Office", "Prison"],
        StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<int, string> _shifted = [];

    public ShiftedWords(ColumnMap map, IReadOnlyList<RowOnPage> rows)
    {
        if (map.Section != ReportSection.Declined) return;
        foreach (var field in Repeating.Where(map.Has))
        {
            var texts = rows.Select(row => row.Text(map, field) ?? "").ToList();
            var counts = texts.CountBy(text => text, StringComparer.OrdinalIgnoreCase).ToDictionary(StringComparer.OrdinalIgnoreCase);
            var areCapitals = texts.Count(text => text.Length > 0 && !char.IsLower(text[0])) >= MostCapitals * texts.Count(text => text.Length > 0);
            for (var row = 0; row < texts.Count; row++)
            {
                // The lines of an agency that applies to several rows can be level with two of them.
                if (field == ReportField.Agency && row > 0 && texts[row - 1].Length > 0 && IsRestOfAgency(texts[row]))
                {
                    _shifted.TryAdd(row - 1, texts[row - 1]);
                    _shifted.TryAdd(row, texts[row]);
                }

                var isBegun = areCapitals && texts[row].Length > 0 && char.IsLower(texts[row][0]);
                if (!isBegun && (row == 0 || !AreShifted(texts[row - 1], texts[row], counts))) continue;
                if (row > 0 && texts[row - 1].Length > 0) _shifted.TryAdd(row - 1, texts[row - 1]);
                _shifted.TryAdd(row, texts[row]);
            }
        }
    }

    public TableDoubt? In(int index, RowOnPage row) =>
        _shifted.TryGetValue(index, out var text)
            ? new TableDoubt(DoubtCodes.UncertainRow, $"{TableSelfCheck.Quote(text)} and the cell above or below it hold words that may belong to the other.", row.Page)
            : null;

    /// <summary>Whether an agency is named by what it is alone, as “Detention Center”, without the place that it is of.</summary>
    private static bool IsRestOfAgency(string text) => text.Length > 0 && Kinds.IsSupersetOf(text.Split(' '));

    private static bool AreShifted(string upper, string lower, Dictionary<string, int> counts)
    {
        if (upper.Length == 0 || lower.Length == 0 || upper.Equals(lower, StringComparison.OrdinalIgnoreCase) || (counts[upper] > 1 && counts[lower] > 1)) return false;
        string[] words = [.. upper.Split(' '), .. lower.Split(' ')];
        var (own, most) = (upper.Count(letter => letter == ' ') + 1, Math.Min(words.Length, MostWords));
        for (var end = 1; end < most; end++)
            if (end != own && counts.ContainsKey(string.Join(' ', words[..end])) && counts.ContainsKey(string.Join(' ', words[end..]))) return true;
        return false;
    }
}
