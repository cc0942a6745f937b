using DetainerLedger.Places;

namespace DetainerLedger.Digests;

internal static class States
{
    /// <summary>The name of a state within a sentence: <c>the District of Columbia</c>.</summary>
    public static Phrase Name(string? code) => new(code == "DC" ? $"the {StateNames.Of(code)}" : StateNames.Of(code), []);
}
