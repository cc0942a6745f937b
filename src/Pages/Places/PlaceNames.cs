using DetainerLedger.Places;

namespace DetainerLedger.Pages.Places;

/// <summary>The names of places in running text.</summary>
public static class PlaceNames
{
    /// <summary><c>Travis County, Texas</c>; a state without repeating its name.</summary>
    public static string Full(Jurisdiction place) =>
        place.Kind == JurisdictionKind.State || place.State is null ? place.Name : $"{place.Name}, {StateNames.Of(place.State)}";

    /// <summary>The key that orders places by state, the state itself first, and then by name. Places without a state come last.</summary>
    public static string Order(Jurisdiction place) =>
        $"{(place.State is null ? "~" : StateNames.Of(place.State))}\t{(place.Kind == JurisdictionKind.State ? "" : place.Name)}\t{place.Id}";

    public static string Kind(JurisdictionKind? kind) => kind switch
    {
        JurisdictionKind.State => "whole state",
        JurisdictionKind.County => "county",
        JurisdictionKind.City => "city",
        JurisdictionKind.Agency => "agency",
        JurisdictionKind.Tribe => "tribal nation",
        _ => "place",
    };
}
