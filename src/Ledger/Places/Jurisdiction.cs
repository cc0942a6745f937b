using System.Text.Json.Serialization;

namespace DetainerLedger.Places;

/// <summary>
/// A place or agency that a report names.
/// The id is the state's postal code and the name: <c>tx-travis-county</c>. It is null when no state was printed:
/// the same name can mean different places, so the state is never guessed.
/// </summary>
/// <param name="State">The postal code: <c>TX</c>, <c>DC</c>.</param>
/// <param name="Fips">Five digits, for counties and for cities that are also counties; two digits for states.</param>
public sealed record Jurisdiction(string? Id, string Name, string? State, JurisdictionKind? Kind, string? Fips);

[JsonConverter(typeof(JsonStringEnumConverter<JurisdictionKind>))]
public enum JurisdictionKind
{
    [JsonStringEnumMemberName("state")] State,
    [JsonStringEnumMemberName("county")] County,
    [JsonStringEnumMemberName("city")] City,
    [JsonStringEnumMemberName("agency")] Agency,

    /// <summary>A tribal nation. Its land may be in several states; the id has the printed one.</summary>
    [JsonStringEnumMemberName("tribe")] Tribe,
}
