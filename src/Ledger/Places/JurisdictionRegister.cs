using System.Collections.Frozen;

namespace DetainerLedger.Places;

/// <summary>
/// All states, counties and their codes, from the Census Bureau. A city that is one with a county stands here in its place.
/// It is immutable, and one serves all threads.
/// </summary>
public sealed class JurisdictionRegister
{
    private static readonly Lazy<JurisdictionRegister> Loaded = new(() => new JurisdictionRegister());

    private readonly FrozenDictionary<string, StateEntry> _entries;
    private readonly FrozenDictionary<string, Jurisdiction> _byFips;

    /// <summary>Reads the register that the assembly carries: some milliseconds.</summary>
    public JurisdictionRegister()
    {
        var spellings = PlaceTable.Read("spellings.tsv").ToLookup(row => row[0], row => row[1]);
        var counties = PlaceTable.Read("counties.tsv").ToLookup(row => row[1], row => new CountyRow(row[0], row[2], row.Length > 3 ? row[3] : null));
        _entries = States.ToFrozenDictionary(state => state.Code, state => new StateEntry(state, counties[state.Code], spellings[state.Code]));
        _byFips = _entries.Values.SelectMany(entry => entry.ByFips).ToFrozenDictionary();
    }

    public static JurisdictionRegister Default => Loaded.Value;

    // Asked of the register, as all else is: that states never change is its own affair.
#pragma warning disable CA1822
    /// <summary>The fifty states, the District of Columbia and the five territories.</summary>
    public IReadOnlyList<State> States => StateDirectory.All;

    /// <summary>Finds a state by its name, postal code or a common abbreviation, in any case: <c>Texas</c>, <c>tx</c>, <c>Calif.</c>, <c>D.C.</c></summary>
    public State? FindState(string? text) => StateDirectory.Find(text);
#pragma warning restore CA1822

    /// <summary>The state as a jurisdiction. The District of Columbia is of this kind too.</summary>
    public Jurisdiction WholeState(State state) => _entries[state.Code].Whole;

    /// <summary>Finds a county or its equivalent, however it is spelled: <c>De Kalb County</c>, <c>Travis</c>.</summary>
    /// <param name="state">The postal code.</param>
    /// <param name="name">With or without its kind. Where a city has the same name (Baltimore), only the kind tells the county.</param>
    public Jurisdiction? FindCounty(string state, string name)
    {
        if (FindState(state) is not { } found) return null;
        var words = PlaceWording.Canonical(this, found, PlaceText.Words(name));
        var entry = _entries[found.Code];
        return entry.Find(words) ?? entry.FindByBareName(words);
    }

    /// <summary>Finds a county by its five digits, or a state by its two.</summary>
    public Jurisdiction? FindByFips(string? fips) => fips is null ? null : _byFips.GetValueOrDefault(fips);

    /// <summary>The counties of a state and their equivalents, in the order of their codes; empty for what is no state.</summary>
    /// <param name="state">The postal code.</param>
    public IReadOnlyList<Jurisdiction> CountiesOf(string state) => FindState(state) is { } found ? _entries[found.Code].Counties : [];

    /// <summary>Finds what stands in the register under this very name.</summary>
    internal Jurisdiction? Find(State state, IEnumerable<string> words) => _entries[state.Code].Find(words);

    /// <summary>How these words are spelled together, where the state has a place of that name.</summary>
    internal string? SpellingOf(State state, IEnumerable<string> words) => _entries[state.Code].SpellingOf(words);
}
