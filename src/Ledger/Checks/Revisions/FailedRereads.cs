using DetainerLedger.History;
using DetainerLedger.Reports;

namespace DetainerLedger.Checks.Revisions;

/// <summary>A later version of the reader could not read the revision's file, so its facts are those that an earlier version found.</summary>
internal static class FailedRereads
{
    public static IEnumerable<Check> In(Revision revision)
    {
        if (revision.FailedReread is { } failed)
            yield return Check.Warning(
                "reread-failed",
                $"Version {failed.Reader} of the reader could not reread the file ({failed.Code}): {failed.Message} The facts are those that an earlier version read.");
    }
}
