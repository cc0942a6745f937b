namespace DetainerLedger.Functions.Api.Results;

/// <summary>A page of a list. In JSON each list has its own name for the rows.</summary>
public interface IPage<out TRow>
{
    IReadOnlyList<TRow> Rows { get; }

    /// <summary>The cursor of the next page; null on the last.</summary>
    string? Next { get; }
}
