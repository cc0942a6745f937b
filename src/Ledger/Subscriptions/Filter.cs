using System.Text.Json.Serialization;
using DetainerLedger.Places;

namespace DetainerLedger.Subscriptions;

/// <summary>What a subscription follows: everything, a state, or a jurisdiction; all of it, or corrections only.</summary>
/// <param name="State">The postal code; null for all.</param>
/// <param name="Jurisdiction">The id, such as <c>tx-travis-county</c>; null for all.</param>
/// <param name="Corrections">Whether only notices of corrections and revised reports are followed.</param>
/// <param name="OldWeeks">Whether weeks that were already old when they were published are followed too.</param>
public sealed record Filter(string? State = null, string? Jurisdiction = null, bool Corrections = false, bool OldWeeks = false)
{
    /// <summary>The national data, and not only that of a place.</summary>
    [JsonIgnore]
    public bool IsNational => State is null && Jurisdiction is null;

    /// <summary>Identifies this filter among those of one recipient: <c>tx-travis-county</c>, <c>TX+corrections</c>, <c>everything</c>.</summary>
    [JsonIgnore]
    public string Key => $"{Jurisdiction ?? State ?? "everything"}{(Corrections ? "+corrections" : "")}{(OldWeeks ? "+old" : "")}";

    /// <summary>Whether the filter is about the place, regardless of the event.</summary>
    public bool Covers(Jurisdiction place) =>
        (State is null || place.State == State) && (Jurisdiction is null || place.Id == Jurisdiction);
}
