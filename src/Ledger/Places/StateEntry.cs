namespace DetainerLedger.Places;

/// <param name="Name">With its kind: <c>Travis County</c>, <c>Baltimore city</c>.</param>
/// <param name="City">The name of the city, if the county is one.</param>
internal sealed record CountyRow(string Fips, string Name, string? City);

/// <summary>The part of the register for one state: the state itself, its counties, and how names in it are spelled.</summary>
internal sealed class StateEntry
{
    private static readonly string[] Kinds =
        [" County", " Parish", " City and Borough", " Borough", " Census Area", " Municipality", " Municipio", " city", " District", " Island"];

    private readonly Dictionary<string, Jurisdiction> _byKey = [];
    private readonly Dictionary<string, Jurisdiction> _byBareKey = [];
    private readonly Dictionary<string, string> _spellings = [];

    public StateEntry(State state, IEnumerable<CountyRow> rows, IEnumerable<string> spellings)
    {
        Whole = new Jurisdiction(state.Code.ToLowerInvariant(), state.Name, state.Code, JurisdictionKind.State, state.Fips);
        ByFips.Add(state.Fips, Whole);
        var counties = new List<Jurisdiction>();
        foreach (var row in rows)
        {
            // The District of Columbia and Guam also have a county code for the whole of them.
            var jurisdiction = row.Name == state.Name ? Whole : Jurisdiction(state, row);
            ByFips.Add(row.Fips, jurisdiction);
            if (jurisdiction == Whole) continue;
            counties.Add(jurisdiction);
            Add(state, row, jurisdiction);
        }
        Counties = counties.AsReadOnly();
        foreach (var name in spellings) _spellings[TextFolding.Key(name)] = name;
    }

    public Jurisdiction Whole { get; }

    public IReadOnlyList<Jurisdiction> Counties { get; }

    public Dictionary<string, Jurisdiction> ByFips { get; } = [];

    public Jurisdiction? Find(IEnumerable<string> words) => _byKey.GetValueOrDefault(string.Concat(words));

    public Jurisdiction? FindByBareName(IEnumerable<string> words) => _byBareKey.GetValueOrDefault(string.Concat(words));

    public string? SpellingOf(IEnumerable<string> words) => _spellings.GetValueOrDefault(string.Concat(words));

    private static Jurisdiction Jurisdiction(State state, CountyRow row) => new(
        NameNormalizer.Id(state, TextFolding.Words(row.City ?? row.Name)),
        row.City ?? row.Name,
        state.Code,
        row.City is null ? JurisdictionKind.County : JurisdictionKind.City,
        row.Fips);

    private void Add(State state, CountyRow row, Jurisdiction jurisdiction)
    {
        var bare = Bare(row.Name);
        var (key, bareKey) = (TextFolding.Key(row.Name), TextFolding.Key(bare));
        _byKey.Add(key, jurisdiction);
        if (row.City is not null) _byKey.TryAdd(TextFolding.Key(row.City), jurisdiction);
        if (state.Code == "LA") _byKey.TryAdd(TextFolding.Key(bare + " County"), jurisdiction);
        // Richmond is the city, and Richmond County a different place: a bare name means the county only if no city has that name.
        _byBareKey.TryAdd(bareKey, jurisdiction);

        _spellings.TryAdd(bareKey, bare);
        if (row.City is null) _spellings.Add(key, row.Name);
    }

    private static string Bare(string name) =>
        Kinds.FirstOrDefault(kind => name.EndsWith(kind, StringComparison.Ordinal)) is { } kind ? name[..^kind.Length] : name;
}
