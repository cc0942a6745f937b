using DetainerLedger.History;
using DetainerLedger.Reports;

namespace DetainerLedger.Checks.Revisions;

/// <summary>
/// A revision that arrived later is not in force. If the one in force has no release day, the reason may be only that it counts
/// from its publication in the ledger, and its release day should be added. A revision that was seen at a source counts from there.
/// </summary>
public static class SupersededOnArrival
{
    public const string Code = "superseded-on-arrival";

    /// <summary>The check of the arrival that became the superseded revision.</summary>
    public static Check Of(Revision superseded, Revision inForce) => IsUndated(inForce)
        ? Check.Warning(
            Code,
            $"Revision {superseded.Number} ({Known(superseded)}) did not come into force: revision {inForce.Number} has no release day and counts from {Counted(inForce)}. Add the release day of revision {inForce.Number}, if it is known.")
        : Check.Warning(
            Code,
            $"Revision {superseded.Number} ({Known(superseded)}) did not come into force: revision {inForce.Number}, {Known(inForce)}, is later.");

    /// <summary>The check of the revision in force, while it is in force only because it has no release day.</summary>
    /// <param name="known">The known revisions of the week.</param>
    internal static IEnumerable<Check> In(Revision inForce, IEnumerable<Revision> known)
    {
        if (!IsUndated(inForce)) return [];
        return known
            .Where(revision => revision.Number > inForce.Number)
            .OrderBy(revision => revision.Number)
            .Select(revision => Check.Warning(
                Code,
                $"Revision {revision.Number} ({Known(revision)}) arrived later and is not in force, because revision {inForce.Number} has no release day and counts from {Counted(inForce)}."));
    }

    private static bool IsUndated(Revision revision) => revision is { ReleasedOn: null, SeenAt: null };

    private static string Known(Revision revision) => revision.ReleasedOn is { } day
        ? $"released on {ReportingWeek.Name(day)}"
        : $"known from {Counted(revision)}";

    private static string Counted(Revision revision) => ReportingWeek.Name(DateOnly.FromDateTime(revision.KnownFrom.UtcDateTime));
}
