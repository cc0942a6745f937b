using System.Collections.Frozen;

namespace DetainerLedger.Places;

/// <summary>Distinguishes an agency from a place by its words. None of these is a word in the name of a city.</summary>
internal static class AgencyWords
{
    private static readonly FrozenSet<string> Words = FrozenSet.Create(
        "police", "sheriff", "sheriffs", "department", "departments", "dept", "jail", "jails", "correction", "corrections", "correctional",
        "prison", "prisons", "penitentiary", "detention", "patrol", "trooper", "troopers", "probation", "parole", "marshal", "marshals",
        "custody", "enforcement", "reformatory", "rehabilitation", "authority", "prosecutor", "prosecutors", "attorney");

    private static readonly FrozenSet<string> OfAState = FrozenSet.Create("state", "department", "dept", "division", "bureau", "office", "board", "highway", "attorney");

    private static readonly FrozenSet<string> NamesOfNoCity = FrozenSet.Create("DC", "PR", "GU", "VI", "AS", "MP");

    public static bool AnyIn(IEnumerable<string> words) => words.Any(word => Words.Contains(word) || IsPoliceDepartment(word));

    // NYPD, LAPD, SFPD: no place's name ends so.
    private static bool IsPoliceDepartment(string word) => word.Length is 2 or 3 or 4 or 5 && word.EndsWith("pd", StringComparison.Ordinal);

    /// <summary>
    /// The state whose agency this is, where its name says so: Rhode Island State Police, California Department of Corrections.
    /// The Delaware County Jail, the Kansas City Police and the Oregon Police Department (of Oregon, Ohio) don't.
    /// </summary>
    public static State? StateIn(IReadOnlyList<string> words)
    {
        if (!AnyIn(words)) return null;
        for (var length = Math.Min(words.Count - 1, 5); length > 0; length--)
        {
            if (StateDirectory.FindByFullName(string.Concat(words.Take(length))) is not { } state) continue;
            return OfAState.Contains(words[length]) || NamesOfNoCity.Contains(state.Code) ? state : null;
        }
        return null;
    }
}
