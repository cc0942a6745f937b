using DetainerLedger.Places;

namespace DetainerLedger.Digests;

internal static class States
{
    /// <summary>A state as it stands within a sentence.</summary>
    public static Phrase Name(string? code) => new(code == "DC" ? $"the {StateNames.Of(code)}" : StateNames.Of(code), []);
}
