namespace DetainerLedger.Places;

public static class StateNames
{
    /// <summary>The name of a state: <c>TX</c> is <c>Texas</c>. Empty for null; a code that is none comes back as it is.</summary>
    public static string Of(string? code) => StateDirectory.All.FirstOrDefault(state => state.Code == code)?.Name ?? code ?? "";
}
