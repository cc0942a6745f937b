namespace DetainerLedger.Watching;

/// <summary>What is known about one address of a source: the state that a look is compared with.</summary>
/// <param name="FirstSeen">When it was first looked at.</param>
public sealed record WatchedAddress(string Source, string Address, DateTimeOffset FirstSeen)
{
    /// <summary>The bytes of the last file at this address; null before the first one.</summary>
    public string? Sha256 { get; init; }

    /// <summary>The validators of the last response, for conditional requests.</summary>
    public string? ETag { get; init; }

    /// <inheritdoc cref="ETag"/>
    public string? LastModified { get; init; }

    /// <summary>Whether the page linked it at the last look.</summary>
    public bool Linked { get; init; } = true;

    /// <summary>Since when the address is missing, if the last look that could tell found it missing.</summary>
    public DateTimeOffset? MissingSince { get; init; }

    /// <summary>Whether its withdrawal has been confirmed and reported.</summary>
    public bool Withdrawn { get; init; }

    /// <summary>The outcome of the last look; null before the first one.</summary>
    public CaptureOutcome? LastOutcome { get; init; }

    /// <summary>The error of the last look, if it failed.</summary>
    public string? LastError { get; init; }

    public int? LastStatus { get; init; }

    public DateTimeOffset? LastLookAt { get; init; }

    /// <summary>When its file last appeared, changed, disappeared or returned.</summary>
    public DateTimeOffset? LastChangeAt { get; init; }
}
