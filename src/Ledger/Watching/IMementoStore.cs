namespace DetainerLedger.Watching;

/// <summary>Which mementos of a TimeMap were fetched, so that none is fetched twice.</summary>
public interface IMementoStore
{
    /// <summary>The fetched mementos of a TimeMap.</summary>
    Task<IReadOnlyList<FetchedMemento>> List(string timeMap, CancellationToken cancellation);

    Task Keep(string timeMap, FetchedMemento memento, CancellationToken cancellation);
}

/// <param name="Address">The address of the memento.</param>
/// <param name="At">The moment at which the archive captured it.</param>
/// <param name="Sha256">Of its bytes; null if the archive had captured the absence of the file.</param>
public sealed record FetchedMemento(string Address, DateTimeOffset At, string? Sha256)
{
    public bool IsDropped { get; init; }
}
