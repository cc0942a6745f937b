using System.Collections.Frozen;

namespace DetainerLedger.Places;

/// <summary>Decides by the words of a name whether it is an agency, a tribal nation, a county or a city.</summary>
internal static class KindClassifier
{
    // None of these is a word in the name of a city.
    private static readonly FrozenSet<string> AgencyWords = FrozenSet.Create(
        "police", "sheriff", "sheriffs", "department", "departments", "dept", "jail", "jails", "correction", "corrections", "correctional",
        "prison", "prisons", "penitentiary", "detention", "patrol", "trooper", "troopers", "probation", "parole", "marshal", "marshals",
        "custody", "enforcement", "reformatory", "rehabilitation", "authority", "prosecutor", "prosecutors", "attorney");

    private static readonly FrozenSet<string> WordsOfStateAgencies =
        FrozenSet.Create("state", "department", "dept", "division", "bureau", "office", "board", "highway", "attorney");

    // No city is named after one of these.
    private static readonly FrozenSet<string> StatesWithoutNamesakes = FrozenSet.Create("DC", "PR", "GU", "VI", "AS", "MP");

    public static JurisdictionKind Kind(State state, IReadOnlyList<string> words) =>
        IsAgency(words) ? JurisdictionKind.Agency
        : IsTribe(words) ? JurisdictionKind.Tribe
        : IsCounty(state, words) ? JurisdictionKind.County
        : JurisdictionKind.City;

    public static bool IsAgency(IEnumerable<string> words) => words.Any(word => AgencyWords.Contains(word) || IsPoliceDepartment(word));

    /// <summary>
    /// The state of a state agency, where its name says so: Rhode Island State Police, California Department of Corrections.
    /// Null for the Delaware County Jail, the Kansas City Police and the Oregon Police Department (of Oregon, Ohio).
    /// </summary>
    public static State? StateOfAgency(IReadOnlyList<string> words)
    {
        if (!IsAgency(words)) return null;
        for (var length = Math.Min(words.Count - 1, 5); length > 0; length--)
        {
            if (StateNames.FindByFullName(string.Concat(words.Take(length))) is not { } state) continue;
            return WordsOfStateAgencies.Contains(words[length]) || StatesWithoutNamesakes.Contains(state.Code) ? state : null;
        }
        return null;
    }

    // NYPD, LAPD, SFPD: the name of a place doesn't end like this.
    private static bool IsPoliceDepartment(string word) => word.Length is 2 or 3 or 4 or 5 && word.EndsWith("pd", StringComparison.Ordinal);

    private static bool IsTribe(IReadOnlyList<string> words) => words switch
    {
        ["pueblo", "of", _, ..] => true,
        [_, .., "nation" or "nations" or "tribe" or "tribes" or "rancheria" or "reservation"] => true,
        [_, .., "indian", "community" or "colony" or "village"] => true,
        _ => words.Any(word => word is "tribe" or "tribes" or "tribal") || words.Skip(1).Zip(words.Skip(2)).Any(pair => pair is ("band" or "nation" or "confederation", "of"))
            || (words.Count > 2 && words[^1] == "indians"),
    };

    // Only Alaska's boroughs are counties; in Pennsylvania and New Jersey a borough is a small city.
    private static bool IsCounty(State state, IReadOnlyList<string> words) => state.Code switch
    {
        "AK" => words is [.., _, "borough" or "county"] or [.., _, "census", "area"],
        "LA" => words is [.., _, "parish" or "county"],
        _ => words is [.., _, "county"],
    };
}
