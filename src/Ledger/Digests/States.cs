using DetainerLedger.Places;

namespace DetainerLedger.Digests;

internal static class States
{
    /// <summary>The postal codes of the states and of the District of Columbia.</summary>
    public static IReadOnlyList<string> Codes { get; } =
        [.. ("AL AK AZ AR CA CO CT DC DE FL GA HI IA ID IL IN KS KY LA MA MD ME MI MN MO MS MT NC ND NE NH NJ NM NV NY " +
            "OH OK OR PA RI SC SD TN TX UT VA VT WA WI WV WY").Split(' ')];

    /// <summary>A state as it stands within a sentence.</summary>
    public static Phrase Name(string? code) => new(code == "DC" ? $"the {StateNames.Of(code)}" : StateNames.Of(code), []);
}
