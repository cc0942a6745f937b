using DetainerLedger.History;
using DetainerLedger.Places;

namespace DetainerLedger.Pages.Search;

/// <summary>Places and agencies with a name that contains the text.</summary>
/// <param name="Text">As typed; null for an empty form.</param>
/// <param name="Nearest">Places with a name near the text, if nothing contains it.</param>
public sealed record SearchModel(string? Text, IReadOnlyList<KnownPlace> Places, IReadOnlyList<KnownAgency> Agencies, IReadOnlyList<Jurisdiction> Nearest)
{
    public static SearchModel Empty { get; } = new(null, [], [], []);
}
