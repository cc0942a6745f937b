namespace DetainerLedger.Watching;

/// <summary>What is known about a watched page or file as a whole.</summary>
/// <param name="Source">The address of the page or file.</param>
public sealed record WatchedSource(string Source, DateTimeOffset WatchedSince)
{
    private const int MostDoublings = 3;

    public DateTimeOffset? LastLookAt { get; init; }

    /// <summary>When the page or file last answered, even if with its absence.</summary>
    public DateTimeOffset? LastReadAt { get; init; }

    public int? LastStatus { get; init; }

    /// <summary>Why the last look failed; null if it didn't. See <see cref="LookFailures"/>.</summary>
    public string? LastError { get; init; }

    /// <summary>Consecutive failures, which lengthen the time until the next look.</summary>
    public int Failures { get; init; }

    /// <summary>No look before this moment, which the server asked for or which follows failures.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    public DateTimeOffset? LastChangeAt { get; init; }

    /// <summary>The validators of the page.</summary>
    public string? ETag { get; init; }

    /// <inheritdoc cref="ETag"/>
    public string? LastModified { get; init; }

    /// <summary>The number of files that the page links, at its last complete reading.</summary>
    public int? Links { get; init; }

    /// <summary>What limits the watching although the source answers: <see cref="LookFailures.TooManyLinks"/>, or null.</summary>
    public string? Limit { get; init; }

    public bool IsDue(DateTimeOffset now, TimeSpan every) => !(NotBefore > now) && !(LastLookAt + every > now);

    /// <summary>The source after a look that failed: the pause doubles with each failure, and is at least what the server asked for.</summary>
    public WatchedSource Failed(string error, int? status, DateTimeOffset now, TimeSpan every, DateTimeOffset? askedToWaitUntil)
    {
        var next = now + every * (1 << Math.Min(Failures, MostDoublings));
        return this with
        {
            LastLookAt = now,
            LastStatus = status,
            LastError = error,
            Failures = Failures + 1,
            NotBefore = askedToWaitUntil > next ? askedToWaitUntil : next,
        };
    }

    /// <summary>Since when the source could not be read, if that has been a day.</summary>
    public DateTimeOffset? UnreadSince(DateTimeOffset now) =>
        LastError is not null && (LastReadAt ?? WatchedSince) is var last && now - last >= TimeSpan.FromDays(1) ? last : null;
}
