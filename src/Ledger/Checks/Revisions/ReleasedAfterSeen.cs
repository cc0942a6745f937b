using DetainerLedger.History;
using DetainerLedger.Reports;

namespace DetainerLedger.Checks.Revisions;

/// <summary>The stated release day of a revision began after its file was first seen at the source. The revision is known from the sighting.</summary>
public static class ReleasedAfterSeen
{
    public const string Code = "released-after-seen";

    public static IEnumerable<Check> In(Revision revision) => revision is { IsReleasedAfterSeen: true, ReleasedOn: { } day, SeenAt: { } seen }
        ? [Check.Warning(
            Code,
            $"The release day of revision {revision.Number} is {ReportingWeek.Name(day)}, but its file was already seen on {ReportingWeek.Name(DateOnly.FromDateTime(seen.UtcDateTime))}. The revision is known from then.")]
        : [];
}
