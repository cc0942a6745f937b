using DetainerLedger.Places;

namespace DetainerLedger.Subscriptions;

/// <summary>What an event changes for one place, in sentences.</summary>
/// <param name="Place">The jurisdiction; its id may be null, when no state was printed.</param>
public sealed record PlaceChange(Jurisdiction Place, IReadOnlyList<string> Sentences)
{
    public string Name => Place.State is { } state && Place.Kind != JurisdictionKind.State ? $"{Place.Name}, {StateNames.Of(state)}" : Place.Name;
}
