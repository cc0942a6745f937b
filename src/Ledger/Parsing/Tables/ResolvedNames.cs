using DetainerLedger.Places;

namespace DetainerLedger.Parsing.Tables;

/// <summary>Resolves the places of one file. A place has many rows, and its name is resolved once.</summary>
internal sealed class ResolvedNames(NameResolver places)
{
    private readonly Dictionary<(string Name, string? State), Jurisdiction> _resolved = [];

    /// <inheritdoc cref="NameResolver.Resolve"/>
    public Jurisdiction Resolve(string name, string? state)
    {
        if (!_resolved.TryGetValue((name, state), out var jurisdiction)) _resolved[(name, state)] = jurisdiction = places.Resolve(name, state);
        return jurisdiction;
    }
}
