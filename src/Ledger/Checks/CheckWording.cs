using System.Globalization;
using DetainerLedger.Places;

namespace DetainerLedger.Checks;

/// <summary>Phrases that several checks use in their messages.</summary>
internal static class CheckWording
{
    public static string Rows(int count) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? "row" : "rows")}");

    public static string Place(Jurisdiction place) =>
        place.Kind == JurisdictionKind.State || place.State is null ? place.Name : $"{place.Name}, {StateNames.Of(place.State)},";
}
