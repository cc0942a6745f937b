using System.Collections.Frozen;

namespace DetainerLedger.Places;

/// <summary>The states with their codes, names and abbreviations.</summary>
public static class StateNames
{
    // Code, FIPS, name, and the abbreviations used by the press and the Government Publishing Office. Dots and spaces are ignored.
    private const string Entries = """
        AL|01|Alabama|Ala
        AK|02|Alaska|Alas
        AZ|04|Arizona|Ariz
        AR|05|Arkansas|Ark
        CA|06|California|Cal,Calif
        CO|08|Colorado|Colo
        CT|09|Connecticut|Conn
        DE|10|Delaware|Del
        DC|11|District of Columbia|Dist of Columbia
        FL|12|Florida|Fla
        GA|13|Georgia|
        HI|15|Hawaii|
        ID|16|Idaho|
        IL|17|Illinois|Ill
        IN|18|Indiana|Ind
        IA|19|Iowa|
        KS|20|Kansas|Kan,Kans
        KY|21|Kentucky|
        LA|22|Louisiana|
        ME|23|Maine|
        MD|24|Maryland|
        MA|25|Massachusetts|Mass
        MI|26|Michigan|Mich
        MN|27|Minnesota|Minn
        MS|28|Mississippi|Miss
        MO|29|Missouri|
        MT|30|Montana|Mont
        NE|31|Nebraska|Neb,Nebr
        NV|32|Nevada|Nev
        NH|33|New Hampshire|N Hampshire
        NJ|34|New Jersey|N Jersey
        NM|35|New Mexico|N Mex,N Mexico
        NY|36|New York|N York
        NC|37|North Carolina|N Carolina,N Car
        ND|38|North Dakota|N Dak,N Dakota
        OH|39|Ohio|
        OK|40|Oklahoma|Okla
        OR|41|Oregon|Ore,Oreg
        PA|42|Pennsylvania|Penna
        RI|44|Rhode Island|
        SC|45|South Carolina|S Carolina,S Car
        SD|46|South Dakota|S Dak,S Dakota
        TN|47|Tennessee|Tenn
        TX|48|Texas|Tex
        UT|49|Utah|
        VT|50|Vermont|
        VA|51|Virginia|
        WA|53|Washington|Wash
        WV|54|West Virginia|W Virginia,W Va
        WI|55|Wisconsin|Wis,Wisc
        WY|56|Wyoming|Wyo
        AS|60|American Samoa|
        GU|66|Guam|
        MP|69|Northern Mariana Islands|CNMI,N Mariana Islands
        PR|72|Puerto Rico|
        VI|78|U.S. Virgin Islands|USVI,Virgin Islands,United States Virgin Islands
        """;

    private static readonly string[] Prefixes = ["stateof", "commonwealthof", "the"];

    internal static IReadOnlyList<State> All { get; }

    private static readonly FrozenDictionary<string, State> ByFullName;
    private static readonly FrozenDictionary<string, State> ByAnyName;

    static StateNames()
    {
        var names = new Dictionary<string, State>();
        var abbreviations = new Dictionary<string, State>();
        var all = new List<State>();
        foreach (var line in Entries.Split('\n'))
        {
            var fields = line.Split('|');
            var state = new State(fields[0], fields[2], fields[1]);
            all.Add(state);
            names.Add(TextFolding.Key(state.Name), state);
            abbreviations.Add(TextFolding.Key(state.Code), state);
            foreach (var other in fields[3].Split(',', StringSplitOptions.RemoveEmptyEntries)) abbreviations.Add(TextFolding.Key(other), state);
            if (state.Code == "DC") foreach (var name in (string[])["dc", "washingtondc"]) names.Add(name, state);
            if (state.Code is "NY" or "WA") names.Add(TextFolding.Key(state.Name + " State"), state);
        }
        All = all.AsReadOnly();
        ByFullName = names.ToFrozenDictionary();
        var any = new Dictionary<string, State>(names);
        foreach (var (abbreviation, state) in abbreviations) any.TryAdd(abbreviation, state);
        ByAnyName = any.ToFrozenDictionary();
    }

    /// <summary>The name of a state: <c>TX</c> is <c>Texas</c>. Empty for null; a code of no state is returned unchanged.</summary>
    public static string Of(string? code) => All.FirstOrDefault(state => state.Code == code)?.Name ?? code ?? "";

    /// <summary>Finds a state by its name, postal code or a common abbreviation.</summary>
    internal static State? Find(string? text) => Find(ByAnyName, text);

    /// <summary>Finds a state by its full name only: in a sentence, <c>in</c> and <c>or</c> are not states.</summary>
    internal static State? FindByFullName(string? text) => Find(ByFullName, text);

    private static State? Find(FrozenDictionary<string, State> states, string? text)
    {
        var key = TextFolding.Key(text);
        if (states.TryGetValue(key, out var state)) return state;
        foreach (var prefix in Prefixes)
            if (key.StartsWith(prefix, StringComparison.Ordinal) && ByFullName.TryGetValue(key[prefix.Length..], out state)) return state;
        return null;
    }
}
