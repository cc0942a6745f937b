using System.Text.RegularExpressions;
using DetainerLedger.Places;

namespace DetainerLedger.Functions.Api.Jurisdictions;

/// <summary>How a request names a jurisdiction: by its id, or by its FIPS code.</summary>
public static partial class JurisdictionNames
{
    /// <returns>Null when nothing can have this name.</returns>
    public static string? IdOf(JurisdictionRegister register, string name) =>
        Fips().IsMatch(name) ? register.FindByFips(name)?.Id
        : Id().IsMatch(name) ? name
        : null;

    [GeneratedRegex(@"^([0-9]{2}|[0-9]{5})\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Fips();

    // What reaches storage as a key.
    [GeneratedRegex(@"^[a-z]{2}(-[a-z0-9]{1,120}){0,30}\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Id();
}
