namespace DetainerLedger.Functions.Api.Parameters;

/// <summary>The filter of a list that has none.</summary>
public readonly record struct NoFilter
{
    public static NoFilter Read(Query query) => default;
}
