using DetainerLedger.History;

namespace DetainerLedger.Watching;

/// <summary>
/// Decides what a look at an address means against what is known about it. A pure function, so that every order of findings can be
/// tested without a network.
/// </summary>
/// <param name="IsRecorded">Whether the look is kept as a capture: all but those at a file that is withdrawn already.</param>
/// <param name="IsDropped">Whether the file is dropped into the ledger: its bytes are not those of the last capture.</param>
/// <param name="Event">What people are told; null for nothing.</param>
public sealed record LookDecision(WatchedAddress Address, CaptureOutcome Outcome, bool IsRecorded, bool IsDropped, FileEventKind? Event = null)
{
    /// <param name="confirmAfter">How far apart two looks must be to confirm an absence.</param>
    public static LookDecision Of(WatchedAddress known, Finding finding, DateTimeOffset now, TimeSpan confirmAfter)
    {
        var looked = known with { LastLookAt = now, LastError = null };
        return finding switch
        {
            Finding.File { Sha256: var sha256 } => Present(looked, sha256, now),
            Finding.NotModified when known.Sha256 is { } sha256 => Present(looked, sha256, now),
            // A server that answers 304 to an unconditional request is at fault.
            Finding.NotModified => Failed(looked, new Finding.Failure(LookFailures.Status, 304)),
            Finding.Missing missing => Missing(looked, missing, now, confirmAfter),
            Finding.Failure failure => Failed(looked, failure),
            _ => throw new ArgumentOutOfRangeException(nameof(finding)),
        };
    }

    private static LookDecision Present(WatchedAddress looked, string sha256, DateTimeOffset now)
    {
        var differs = looked.Sha256 is { } last && last != sha256;
        var (outcome, told) = looked switch
        {
            { Sha256: null } => (CaptureOutcome.New, (FileEventKind?)null),
            { Withdrawn: true } => (CaptureOutcome.Returned, FileEventKind.Returned),
            _ when differs => (CaptureOutcome.Changed, FileEventKind.Changed),
            _ => (CaptureOutcome.Same, null),
        };
        var address = looked with
        {
            Sha256 = sha256,
            MissingSince = null,
            Withdrawn = false,
            LastOutcome = outcome,
            LastStatus = 200,
            LastChangeAt = outcome == CaptureOutcome.Same ? looked.LastChangeAt : now,
        };
        // A file that is back as it was says nothing new about its week.
        return new LookDecision(address, outcome, IsRecorded: true, IsDropped: looked.Sha256 is null || differs, told);
    }

    private static LookDecision Missing(WatchedAddress looked, Finding.Missing missing, DateTimeOffset now, TimeSpan confirmAfter)
    {
        looked = looked with { LastStatus = missing.Status };
        if (looked.Withdrawn)
            return new LookDecision(looked with { LastOutcome = CaptureOutcome.Withdrawn }, CaptureOutcome.Withdrawn, IsRecorded: false, IsDropped: false);

        // An address that never had a file can't be withdrawn.
        DateTimeOffset? since = looked.Sha256 is null ? null : looked.MissingSince ?? now;
        if (looked.Sha256 is null || looked.MissingSince is null || now - since < confirmAfter)
        {
            var waiting = looked with { MissingSince = since, LastOutcome = CaptureOutcome.Unreachable, LastError = LookFailures.Missing };
            return new LookDecision(waiting, CaptureOutcome.Unreachable, IsRecorded: true, IsDropped: false);
        }

        var withdrawn = looked with { Withdrawn = true, LastOutcome = CaptureOutcome.Withdrawn, LastChangeAt = now };
        return new LookDecision(withdrawn, CaptureOutcome.Withdrawn, IsRecorded: true, IsDropped: false, FileEventKind.Withdrawn);
    }

    // A failure says nothing about the file: what was missing is neither confirmed by it nor found again.
    private static LookDecision Failed(WatchedAddress looked, Finding.Failure failure) => new(
        looked with { LastOutcome = CaptureOutcome.Unreachable, LastError = failure.Error, LastStatus = failure.Status },
        CaptureOutcome.Unreachable,
        IsRecorded: true,
        IsDropped: false);
}
