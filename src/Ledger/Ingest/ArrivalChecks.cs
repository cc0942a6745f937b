using DetainerLedger.Checks.Revisions;
using DetainerLedger.Publishing;
using DetainerLedger.Reports;

namespace DetainerLedger.Ingest;

/// <summary>Checks of an arrival's position among the week's revisions.</summary>
internal static class ArrivalChecks
{
    public static IEnumerable<Check> Of(PublishOutcome outcome)
    {
        if (outcome.SupersededBy is { } inForce) yield return SupersededOnArrival.Of(outcome.Revision, inForce);
        foreach (var check in ReleasedAfterSeen.In(outcome.Revision)) yield return check;
        if (outcome.ReadDifferently)
            yield return Check.Warning(
                "read-differently",
                $"The file has the same bytes as revision {outcome.Revision.Number}, in which an earlier version of the reader found different facts. Reread the archived files (eng/reread).");
    }
}
