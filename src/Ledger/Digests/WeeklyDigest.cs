using DetainerLedger.History;
using DetainerLedger.Queries;

namespace DetainerLedger.Digests;

/// <summary>Composes the digests that are due, each once: for every week, and for every later revision of one.</summary>
public sealed class WeeklyDigest(IIndexReader ledger, WeekQueries weeks, IDigestStore digests, TimeProvider time)
{
    /// <summary>
    /// Composes the digest of the newest week whose revision in force has none, and stores it. If that fails, the next week is tried.
    /// Concurrent instances get the same digest.
    /// </summary>
    /// <param name="failed">Called for each week whose digest could not be composed or stored.</param>
    /// <returns>The stored digest; null when every week has one.</returns>
    /// <exception cref="TimeoutException">The index in memory is stale, because storage did not respond.</exception>
    /// <exception cref="AggregateException">Digests are due, and none of them could be composed and stored.</exception>
    public async Task<Digest?> ComposeNext(CancellationToken cancellation, Action<Revision, Exception>? failed = null)
    {
        var composed = (await digests.ListDigests(cancellation)).Select(heading => (heading.Week, heading.Revision)).ToHashSet();
        var view = await ledger.ReadCurrent(cancellation);
        var failures = new List<Exception>();
        foreach (var due in view.Weeks.Where(revision => !composed.Contains((revision.Week, revision.Number))))
        {
            try
            {
                return await ComposeAndStore(view, due, cancellation);
            }
            catch (Exception failure) when (!cancellation.IsCancellationRequested)
            {
                failures.Add(failure);
                failed?.Invoke(due, failure);
            }
        }

        return failures.Count == 0 ? null : throw new AggregateException("None of the digests that are due could be composed.", failures);
    }

    private async Task<Digest> ComposeAndStore(LedgerView view, Revision due, CancellationToken cancellation)
    {
        using var span = Signals.Spans.StartActivity("compose digest")?.SetTag(Signals.Week, due.Week.Text()).SetTag(Signals.Revision, due.Number);
        var digest = await Compose(view, due, cancellation);
        if (await digests.KeepDigest(digest, cancellation))
        {
            Signals.Digests.Add(1);
            return digest;
        }

        return await digests.FindDigest(due.Week, due.Number, cancellation)
            ?? throw new InvalidOperationException($"The ledger neither stored nor has the digest of {due.Period}, revision {due.Number}.");
    }

    private async Task<Digest> Compose(LedgerView view, Revision due, CancellationToken cancellation)
    {
        var (current, previous) = await weeks.ReportWithPrevious(view, due, cancellation);
        var previousCorrected = previous is null ? null : CorrectionsInForce.Of(view.Corrections(previous.Revision.Week)).Correct(previous.Report);
        return DigestComposer.Compose(WeekSummaries.Of(view, current, previous), previousCorrected, time.GetUtcNow());
    }
}
