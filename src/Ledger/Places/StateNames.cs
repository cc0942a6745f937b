namespace DetainerLedger.Places;

public static class StateNames
{
    public static string Of(string? code) => code ?? "";
}
