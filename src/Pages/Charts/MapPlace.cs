using DetainerLedger.Places;

namespace DetainerLedger.Pages.Charts;

/// <summary>A place that a week's report names, for the map.</summary>
/// <param name="Listed">Whether Section III names it.</param>
/// <param name="Declined">How many rows of Section II name it.</param>
/// <param name="Href">The address of its page; null if it has none.</param>
public sealed record MapPlace(Jurisdiction Jurisdiction, bool Listed, int Declined, string? Href)
{
    internal bool IsState => Jurisdiction.Kind == JurisdictionKind.State;

    /// <summary>The name with its state, unless it is the state: <c>Travis County, TX</c>.</summary>
    internal string Name => Jurisdiction.State is { } state && !IsState ? $"{Jurisdiction.Name}, {state}" : Jurisdiction.Name;

    /// <summary>What the report says of it: <c>listed; 2 declined</c>.</summary>
    internal string Facts => Declined > 0 ? $"{Listing}; {ChartText.Number(Declined)} declined" : Listing;

    private string Listing => !Listed ? "not listed" : IsState && Jurisdiction.State != "DC" ? "listed as a whole state" : "listed";
}
