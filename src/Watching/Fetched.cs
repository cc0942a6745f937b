namespace DetainerLedger.Watching.Http;

/// <summary>The result of a request.</summary>
public abstract record Fetched
{
    private Fetched() { }

    /// <param name="Final">The address that answered, after redirects.</param>
    public sealed record Content(Uri Final, ReadOnlyMemory<byte> Body, FetchedHeaders Headers) : Fetched;

    public sealed record NotModified(FetchedHeaders Headers) : Fetched;

    /// <summary>404 or 410.</summary>
    public sealed record Missing(int Status, FetchedHeaders Headers) : Fetched;

    /// <param name="Error">One of <see cref="LookFailures"/>.</param>
    /// <param name="WaitUntil">The moment until which the server asked to wait.</param>
    public sealed record Failed(string Error, int? Status = null, DateTimeOffset? WaitUntil = null) : Fetched;
}

/// <summary>The headers that matter as evidence and for the next request.</summary>
public sealed record FetchedHeaders(string? ETag, string? LastModified, string? ContentType, DateTimeOffset? Date)
{
    /// <summary>Whether the response is a memento (RFC 7089).</summary>
    public bool IsMemento { get; init; }
}

/// <summary>A request.</summary>
/// <param name="Allows">Whether a host may be asked: that of the address and those of redirects.</param>
public sealed record FetchRequest(Uri Address, Func<Uri, bool> Allows, int MostBytes)
{
    public string? ETag { get; init; }

    public string? LastModified { get; init; }
}
