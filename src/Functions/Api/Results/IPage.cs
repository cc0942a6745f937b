namespace DetainerLedger.Functions.Api.Results;

/// <summary>A page of a list; in JSON the rows stand under a name of their own.</summary>
public interface IPage<out TRow>
{
    IReadOnlyList<TRow> Rows { get; }

    /// <summary>The cursor of the next page; null on the last.</summary>
    string? Next { get; }
}
