using System.Text.RegularExpressions;
using DetainerLedger.Places;

namespace DetainerLedger.Functions.Api.Jurisdictions;

/// <summary>The ways in which a request can name a jurisdiction: by id or by FIPS code.</summary>
public static partial class JurisdictionNames
{
    /// <returns>Null when the name is neither an id nor a known FIPS code.</returns>
    public static string? IdOf(JurisdictionRegister register, string name) =>
        Fips().IsMatch(name) ? register.FindByFips(name)?.Id
        : Id().IsMatch(name) ? name
        : null;

    [GeneratedRegex(@"^([0-9]{2}|[0-9]{5})\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Fips();

    // The value becomes a storage key.
    [GeneratedRegex(@"^[a-z]{2}(-[a-z0-9]{1,120}){0,30}\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Id();
}
