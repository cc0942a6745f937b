using System.Collections.Frozen;

namespace DetainerLedger.Places;

/// <summary>
/// All states, counties and their codes, from the Census Bureau. A city that is also a county is registered as a city.
/// Immutable; one instance can be used by all threads.
/// </summary>
public sealed class JurisdictionRegister
{
    private static readonly Lazy<JurisdictionRegister> Loaded = new(() => new JurisdictionRegister());

    private readonly FrozenDictionary<string, StateEntry> _entries;
    private readonly FrozenDictionary<string, Jurisdiction> _byFips;

    /// <summary>Reads the tables embedded in the assembly, which takes some milliseconds.</summary>
    public JurisdictionRegister()
    {
        var spellings = ReadTable("spellings.tsv").ToLookup(row => row[0], row => row[1]);
        var counties = ReadTable("counties.tsv").ToLookup(row => row[1], row => new CountyRow(row[0], row[2], row.Length > 3 ? row[3] : null));
        _entries = States.ToFrozenDictionary(state => state.Code, state => new StateEntry(state, counties[state.Code], spellings[state.Code]));
        // Not by SelectMany: its code for pairs would be compiled at every start.
        var byFips = new Dictionary<string, Jurisdiction>();
        foreach (var entry in _entries.Values)
            foreach (var (fips, place) in entry.ByFips) byFips.Add(fips, place);
        _byFips = byFips.ToFrozenDictionary();
        All = [.. _entries.Values
            .SelectMany(entry => entry.Counties.Prepend(entry.Whole))
            .OrderBy(place => place.Id, StringComparer.Ordinal)];
    }

    public static JurisdictionRegister Default => Loaded.Value;

    /// <summary>Every state and county, ordered by id.</summary>
    public IReadOnlyList<Jurisdiction> All { get; }

    // Instance members like the others: that the states are static data is an implementation detail.
#pragma warning disable CA1822
    /// <summary>The fifty states, the District of Columbia and the five territories.</summary>
    public IReadOnlyList<State> States => StateNames.All;

    /// <summary>Finds a state by its name, postal code or a common abbreviation, in any case: <c>Texas</c>, <c>tx</c>, <c>Calif.</c>, <c>D.C.</c></summary>
    public State? FindState(string? text) => StateNames.Find(text);
#pragma warning restore CA1822

    /// <summary>The state as a jurisdiction. The District of Columbia is of this kind too.</summary>
    public Jurisdiction WholeState(State state) => _entries[state.Code].Whole;

    /// <summary>Finds a county or its equivalent in any spelling: <c>De Kalb County</c>, <c>Travis</c>.</summary>
    /// <param name="state">The postal code.</param>
    /// <param name="name">With or without its kind. If a city has the same name (Baltimore), the county is found with its kind only.</param>
    public Jurisdiction? FindCounty(string state, string name)
    {
        if (FindState(state) is not { } found) return null;
        var words = NameNormalizer.Normalize(this, found, TextFolding.Words(name));
        var entry = _entries[found.Code];
        return entry.Find(words) ?? entry.FindByBareName(words);
    }

    /// <summary>Finds a county by its five digits, or a state by its two.</summary>
    public Jurisdiction? FindByFips(string? fips) => fips is null ? null : _byFips.GetValueOrDefault(fips);

    /// <summary>The counties of a state and their equivalents, ordered by code; empty if there is no such state.</summary>
    /// <param name="state">The postal code.</param>
    public IReadOnlyList<Jurisdiction> CountiesOf(string state) => FindState(state) is { } found ? _entries[found.Code].Counties : [];

    /// <summary>Finds the registered place with exactly this name.</summary>
    internal Jurisdiction? Find(State state, IEnumerable<string> words) => _entries[state.Code].Find(words);

    /// <summary>The spelling of these words if the state has a place of that name.</summary>
    internal string? SpellingOf(State state, IEnumerable<string> words) => _entries[state.Code].SpellingOf(words);

    /// <summary>Reads an embedded table of this folder: columns are separated by tabs, and lines that begin with <c>#</c> are comments.</summary>
    private static IEnumerable<string[]> ReadTable(string file)
    {
        using var stream = typeof(JurisdictionRegister).Assembly.GetManifestResourceStream(typeof(JurisdictionRegister), file)
            ?? throw new InvalidOperationException($"{file} is not embedded in the assembly.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            if (!line.StartsWith('#')) yield return line.Split('\t');
    }
}
