using DetainerLedger.History;
using DetainerLedger.Reports;

namespace DetainerLedger.Checks.Revisions;

/// <summary>A later reader could not read the revision's file, so that its facts are as an earlier reader found them.</summary>
internal static class FailedRereads
{
    public static IEnumerable<Check> In(Revision revision)
    {
        if (revision.FailedReread is { } failed)
            yield return Check.Warning(
                "reread-failed",
                $"Version {failed.Reader} of the reader could not read the file again ({failed.Code}): {failed.Message} The facts are as an earlier version read them.");
    }
}
