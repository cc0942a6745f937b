namespace DetainerLedger.Subscriptions;

/// <summary>Something of which subscribers are notified.</summary>
/// <param name="Id">
/// Never changes: it is derived from what was published. Consists of letters, digits, dots and hyphens; at most 100 characters.
/// It is also the <c>webhook-id</c>.
/// </param>
/// <param name="Type">One of <see cref="ChangeTypes"/>.</param>
/// <param name="At">When it was published in the ledger, or seen at the source.</param>
/// <param name="Path">The path of the page that shows it.</param>
public sealed record LedgerChange(string Id, string Type, DateTimeOffset At, string Path)
{
    /// <summary>The first day of the week; null for a file.</summary>
    public DateOnly? Week { get; init; }

    public int? Revision { get; init; }

    /// <summary>The last day of what it is about: the week's end, or the notice's date. Null when it can't be old.</summary>
    public DateOnly? Ended { get; init; }

    /// <summary>Whether it ended more than this many days before it was published: a backfill.</summary>
    public bool IsOld(int daysBack) => Ended is { } day && DateOnly.FromDateTime(At.UtcDateTime).DayNumber - day.DayNumber > daysBack;
}

/// <summary>The types of events, as webhooks name them.</summary>
public static class ChangeTypes
{
    public const string WeekPublished = "week.published";
    public const string WeekRevised = "week.revised";
    public const string CorrectionPublished = "correction.published";
    public const string DigestComposed = "digest.composed";
    public const string FileChanged = "file.changed";
    public const string FileWithdrawn = "file.withdrawn";
    public const string FileReturned = "file.returned";

    /// <summary>Whether the event states facts about places.</summary>
    public static bool NamesPlaces(string type) => type is WeekPublished or WeekRevised or CorrectionPublished;

    /// <summary>Whether the event corrects what was published.</summary>
    public static bool IsCorrection(string type) => type is WeekRevised or CorrectionPublished;
}
