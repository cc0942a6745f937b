using System.Collections.Frozen;
using DetainerLedger.History;

namespace DetainerLedger.Pages.Sources;

/// <summary>Recognizes the reports in <c>samples/</c>, whose single rows are made up for testing.</summary>
public static class SampleReports
{
    // By the SHA-256 of the files; a test compares them.
    private static readonly FrozenSet<string> Hashes = FrozenSet.Create(
        "a99758939687024e89ead253bf7b471ab2e4ae4019ae5c8c672e714f8130e1d3",
        "dbb136861982b6086d5f06f11a6149c2b86bcd80b415a706eacc5c4808067aa2",
        "ac818d6d0ab5c2a138fc4ba11e5cc872c96ee2c4245bf0237d4c2a2b12807d7b");

    public static bool AreIn(LedgerView view) => view.Weeks.Any(revision => Hashes.Contains(revision.Source.Sha256));
}
