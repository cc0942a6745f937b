namespace DetainerLedger.Functions.Api.Parameters;

/// <summary>Of a list that can't be narrowed.</summary>
public readonly record struct NoFilter
{
    public static NoFilter Read(Query query) => default;
}
