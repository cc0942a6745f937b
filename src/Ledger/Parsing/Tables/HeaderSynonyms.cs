using System.Collections.Frozen;
using System.Text;

namespace DetainerLedger.Parsing.Tables;

/// <summary>The names under which the columns of each table go: they drift from week to week.</summary>
public static class HeaderSynonyms
{
    private static readonly FrozenDictionary<ReportSection, FrozenDictionary<string, ReportField>> Names =
        new Dictionary<ReportSection, FrozenDictionary<string, ReportField>>
        {
            [ReportSection.Issued] = Table(
                (ReportField.Place, "county state|county|jurisdiction|jurisdiction state|jurisdiction name|city state|city county|county city|location|place|name"),
                (ReportField.State, "state|state name|st"),
                (ReportField.Count, "issued detainers|detainers issued|issued|number of detainers issued|number of issued detainers|number issued"
                    + "|number of detainers|no of detainers issued|detainers|detainer count|count|total|total issued|total detainers issued")),
            [ReportSection.Declined] = Table(
                (ReportField.Place, "jurisdiction|jurisdiction name|county|county city|city county|county state|city|location|place|name"),
                (ReportField.State, "state|state name|st"),
                (ReportField.Agency, "law enforcement agency|law enforcement agency lea|lea|agency|lea name|agency name|law enforcement agency name"
                    + "|facility|detention facility|jail"),
                (ReportField.Citizenship, "citizenship|country of citizenship|citizenship country|country|nationality|coc"),
                (ReportField.IssuedOn, "date detainer issued|detainer issued date|detainer date issued|detainer issued|date issued|issued date|issued on"
                    + "|issue date|detainer issue date|date of issuance|issuance date|date of detainer|issued"),
                (ReportField.DeclinedOn, "date detainer declined|detainer declined date|detainer date declined|detainer declined|date declined"
                    + "|declined date|declined on|decline date|detainer decline date|date of decline|declined"),
                (ReportField.Reason, "reason given|reason|reasons|lea detainer policy|detainer policy|lea policy|policy|reason or policy|reason policy"
                    + "|policy or reason|reason declined|reason for decline|reason for declining|reason given for decline|decline reason|reason detainer declined"),
                (ReportField.Activity, "notable criminal activity|criminal activity|notable activity|activity|notable crime|notable criminality"
                    + "|criminal history|notable criminal history|notable offense|offense|crime"),
                (ReportField.Disposition, "disposition|charge or conviction|charge conviction|charge status")),
            [ReportSection.Listed] = Table(
                (ReportField.Place, "jurisdiction aor|jurisdiction|jurisdiction and aor|jurisdiction name|jurisdiction state|county state|county|location|place|name"),
                (ReportField.State, "state|state name|st"),
                (ReportField.Aor, "aor|area of responsibility|area of responsibility aor|ero aor|ice aor|field office"),
                (ReportField.Enacted, "date enacted|enacted|enacted date|date policy enacted|date of enactment|enactment date|policy date|date of policy"
                    + "|effective date|date effective|date"),
                (ReportField.Policy, "policy|policy name|policy title|policy or ordinance|policy ordinance|ordinance|law or policy|policy or law|legislation"),
                (ReportField.Criteria, "criteria for honoring detainer|criteria for honoring detainers|criteria for honoring a detainer"
                    + "|criteria for honoring ice detainer|criteria for honoring ice detainers|detainer criteria|criteria|conditions")),
        }.ToFrozenDictionary();

    private static readonly FrozenSet<string> Words =
        Names.Values.SelectMany(table => table.Keys).SelectMany(name => name.Split(' ')).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The field that a header names in a section's table, or null when none is known by it.</summary>
    public static ReportField? Find(ReportSection section, string header)
    {
        if (!Names.TryGetValue(section, out var table)) return null;
        return table.TryGetValue(Normalise(header), out var field) ? field : null;
    }

    /// <summary>Whether a word occurs in the header of any table.</summary>
    public static bool IsHeaderWord(string word) => Normalise(word) is { Length: > 0 } normal && normal.Split(' ').All(Words.Contains);

    private static string Normalise(string header)
    {
        var text = new StringBuilder(header.Length);
        foreach (var letter in header)
        {
            if (char.IsLetterOrDigit(letter)) text.Append(char.ToLowerInvariant(letter));
            else if (text.Length > 0 && text[^1] != ' ') text.Append(' ');
        }

        return text.ToString().TrimEnd();
    }

    private static FrozenDictionary<string, ReportField> Table(params (ReportField Field, string Names)[] fields) =>
        fields.SelectMany(entry => entry.Names.Split('|').Select(name => (name, entry.Field))).ToFrozenDictionary(pair => pair.name, pair => pair.Field, StringComparer.Ordinal);
}
