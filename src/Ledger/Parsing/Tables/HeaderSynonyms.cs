using System.Collections.Frozen;

namespace DetainerLedger.Parsing.Tables;

/// <summary>The names of the columns of each table: they vary from week to week.</summary>
public static class HeaderSynonyms
{
    private const string StateNames = "state|states|state name|name of state|st|state code|state or territory|state territory";

    // Headers that can mean the day of the decline if no other column does.
    private const string VagueDeclines = "released|date released|release date|released on|date of release|subject released|date subject released|detainer released|detainer date released";

    private static readonly FrozenSet<string> Vague =
        (VagueDeclines + "|name|location|locality|place|facility|facility name|detention facility|detention facility name|jail|jail name|holding facility"
            + "|law enforcement|explanation|charge|charges|number|volume|total|date|effective|effective date|date effective|law")
        .Split('|').Select(Key).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> RowNumbers = "no|nr|row|row no|row number|line|line no|line number|item|item no|item number|s no|sr no|serial no|serial|seq|id".Split('|')
        .Select(Key).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<ReportSection, SectionNames> Names =
        new Dictionary<ReportSection, SectionNames>
        {
            [ReportSection.Issued] = Table(
                (ReportField.Place, "county state|county|counties|jurisdiction|jurisdictions|jurisdiction state|jurisdiction name|name of jurisdiction|jurisdiction county state"
                    + "|city state|city county|county city|county or city|city or county|city|county name|city name|county jurisdiction|jurisdiction county"
                    + "|city county state|county parish|parish|locality|location|place|name"),
                (ReportField.State, StateNames),
                (ReportField.Count, "issued detainers|detainers issued|issued|number of detainers issued|number of issued detainers|number issued|of detainers issued"
                    + "|number of detainers|no of detainers issued|no of detainers|no issued|of detainers|detainers|detainer count|count|total|total issued"
                    + "|total detainers issued|total detainers|total number of detainers issued|detainers issued count|issued count|count of detainers issued"
                    + "|count of detainers|count issued|number|volume|lodged|detainers lodged|number of detainers lodged|lodged detainers")),
            [ReportSection.Declined] = Table(
                (ReportField.Place, "jurisdiction|jurisdictions|jurisdiction name|name of jurisdiction|county|county name|county city|city county|county or city"
                    + "|city or county|county state|city state|jurisdiction state|jurisdiction county|county jurisdiction|city|city name|county parish|parish"
                    + "|locality|location|place|name"),
                (ReportField.State, StateNames),
                (ReportField.Agency, "law enforcement agency|law enforcement agency lea|lea|agency|lea name|agency name|law enforcement agency name"
                    + "|name of agency|name of law enforcement agency|name of lea|law enforcement agencies|law enforcement|agency lea|lea agency"
                    + "|facility|facility name|detention facility|detention facility name|detention facility or jail|jail|jail name|holding facility|detaining agency|custodial agency"),
                (ReportField.Citizenship, "citizenship|country of citizenship|citizenship country|country|country of nationality|nationality|citizen of|coc"),
                (ReportField.IssuedOn, "date detainer issued|detainer issued date|detainer date issued|detainer issued|date issued|issued date|issued on|dates issued"
                    + "|issue date|detainer issue date|date of issue|date of issuance|issuance date|date detainer was issued|date of detainer issuance|detainer issuance date"
                    + "|detainer issued on|date of detainer|detainer date|detainer date of issue|date issue|issued|lodged|date lodged|lodged date|lodged on|date detainer lodged|detainer lodged"
                    + "|detainer lodged date|detainer date lodged|detainer lodged on|date of lodging|date placed|detainer placed|placed|hold placed|date hold placed|date detainer placed|detainer date placed"),
                (ReportField.DeclinedOn, "date detainer declined|detainer declined date|detainer date declined|detainer declined|date declined|dates declined"
                    + "|declined date|declined on|decline date|declination date|date of declination|detainer declination date|detainer decline date|date of decline"
                    + "|date detainer was declined|date decline|detainer declined on|declined|date refused|refused|date not honored|date detainer not honored|not honored"
                    + "|date rejected|rejected|" + VagueDeclines),
                (ReportField.Reason, "reason given|reason|reasons|reasons given|lea detainer policy|detainer policy|lea policy|policy|policies|reason or policy|reason policy"
                    + "|policy or reason|policy reason|reason declined|declined reason|reason for decline|reason for declination|reason for declining|reason for refusal|reason given for decline"
                    + "|reason given by lea|reason or detainer policy|reason given or detainer policy|reason given or lea policy|reason given or policy|reason or lea policy"
                    + "|decline reason|declination reason|reason detainer declined|reason detainer was declined|lea reason|stated reason|explanation|lea detainer policy reason"),
                (ReportField.Activity, "notable criminal activity|notable criminal activities|criminal activity|notable activity|activity|notable crime|notable criminality"
                    + "|criminality|criminal history|notable criminal history|notable offense|most serious offense|offense|offenses|offence|crime|crimes"
                    + "|notable charges|notable criminal charges|criminal charges|charges|charge|notable criminal activity charge or conviction"),
                (ReportField.Disposition, "disposition|charge or conviction|charge conviction|charge status|charged or convicted")),
            [ReportSection.Listed] = Table(
                (ReportField.Place, "jurisdiction aor|jurisdiction|jurisdictions|jurisdiction and aor|jurisdiction name|name of jurisdiction|jurisdiction state|jurisdiction state aor"
                    + "|jurisdiction area of responsibility|county state|county|county city|city county|county or city|city or county|city state|city|locality|location|place|name"),
                (ReportField.State, StateNames),
                (ReportField.Aor, "aor|area of responsibility|area of responsibility aor|ero aor|ice aor|ero area of responsibility|ice area of responsibility|field office|ero field office|ice field office"),
                (ReportField.Enacted, "date enacted|enacted|enacted on|enacted date|date policy enacted|policy enacted|policy enacted date|date of enactment|enactment date|policy date|date of policy"
                    + "|date policy adopted|date adopted|adopted|adoption date|date of adoption|effective date|date effective|effective|date"),
                (ReportField.Policy, "policy|policies|policy name|policy title|name of policy|title of policy|policy description|policy or ordinance|policy ordinance|ordinance|ordinance or policy"
                    + "|law or policy|policy or law|law|legislation|policy or legislation"),
                (ReportField.Criteria, "criteria for honoring detainer|criteria to honor detainer|criteria to honor detainers|criteria for honoring|criteria for honoring the detainer|criteria for detainer"
                    + "|honoring criteria|conditions for honoring detainer|conditions for honoring detainers|criteria for honoring detainers|criteria for honoring a detainer"
                    + "|criteria for honoring ice detainer|criteria for honoring ice detainers|detainer criteria|criteria|conditions")),
        }.ToFrozenDictionary();

    private static readonly FrozenSet<string> AllKeys = Names.Values.SelectMany(table => table.Fields.Keys).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Words =
        Names.Values.SelectMany(table => table.Words).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> WordsBySpan = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly int LongestWord = Words.Max(word => word.Length);

    /// <summary>The field that a header names in a section's table, or null if it names none.</summary>
    public static ReportField? Find(ReportSection section, string header) =>
        Names.TryGetValue(section, out var table) ? table.Find(header) : null;

    /// <summary>Whether a header names a field of any section.</summary>
    public static bool IsKnown(string header) => header.Length > 0 && AllKeys.Contains(Key(header));

    /// <summary>Whether a header names a field only if no other column does.</summary>
    public static bool IsVague(string header) => Vague.Contains(Key(header));

    /// <summary>Whether a header is that of a column with row numbers.</summary>
    public static bool IsRowNumber(string header) => header.Trim() == "#" || RowNumbers.Contains(Key(header));

    /// <summary>Whether a word occurs in the header of any table.</summary>
    public static bool IsHeaderWord(string word)
    {
        // Called for each word of each page, often more than once.
        Span<char> normal = stackalloc char[LongestWord];
        var (length, isAny) = (0, false);
        for (var index = 0; index <= word.Length; index++)
        {
            if (index < word.Length && char.IsLetterOrDigit(word[index]))
            {
                if (length == LongestWord) return false;
                normal[length++] = char.ToLowerInvariant(word[index]);
            }
            else if (length > 0)
            {
                if (!WordsBySpan.Contains(normal[..length])) return false;
                (length, isAny) = (0, true);
            }
        }

        return isAny;
    }

    private static string Key(string header)
    {
        Span<char> key = header.Length <= 256 ? stackalloc char[header.Length] : new char[header.Length];
        return new string(key[..WriteKey(header, key)]);
    }

    // Only the letters of a header are compared: a hyphen at the end of a line, or no space at all, doesn't matter.
    private static int WriteKey(string header, Span<char> key)
    {
        var length = 0;
        foreach (var letter in header)
        {
            if (!char.IsLetterOrDigit(letter)) continue;
            if (length == key.Length) return 0;
            key[length++] = char.ToLowerInvariant(letter);
        }

        return length;
    }

    private static SectionNames Table(params (ReportField Field, string Names)[] fields)
    {
        var names = fields.SelectMany(entry => entry.Names.Split('|').Select(name => (Name: name, entry.Field))).ToList();
        return new SectionNames(
            names.DistinctBy(pair => Key(pair.Name)).ToFrozenDictionary(pair => Key(pair.Name), pair => pair.Field, StringComparer.Ordinal), [.. names.SelectMany(pair => pair.Name.Split(' ')).Distinct()]);
    }

    private sealed record SectionNames(FrozenDictionary<string, ReportField> Fields, IReadOnlyList<string> Words)
    {
        private readonly FrozenDictionary<string, ReportField>.AlternateLookup<ReadOnlySpan<char>> _bySpan = Fields.GetAlternateLookup<ReadOnlySpan<char>>();
        private readonly int _longest = Fields.Keys.Max(name => name.Length);

        // Called for each way in which a line can be cut into headers: most of these texts are too long for one.
        public ReportField? Find(string header)
        {
            Span<char> key = stackalloc char[_longest];
            return WriteKey(header, key) is > 0 and var length && _bySpan.TryGetValue(key[..length], out var field) ? field : null;
        }
    }
}
