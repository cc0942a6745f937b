using DetainerLedger.History;
using DetainerLedger.Telemetry;

namespace DetainerLedger.Digests;

/// <summary>Composes the digests that are due, each once: for every week, and for every later revision of one.</summary>
public sealed class WeeklyDigest(ILedger ledger, TimeProvider time)
{
    /// <summary>
    /// Composes the digest of the newest week whose standing revision has none, and stores it.
    /// Whoever runs at the same time gets the same one.
    /// </summary>
    /// <returns>The digest as the ledger holds it; null when every week has its own.</returns>
    public async Task<StoredDigest?> ComposeNext(CancellationToken cancellation)
    {
        var told = (await ledger.ListDigests(cancellation)).Select(heading => (heading.Week, heading.Revision)).ToHashSet();
        var view = (await ledger.ReadIndex(cancellation)).Now;
        if (view.Weeks.FirstOrDefault(revision => !told.Contains((revision.Week, revision.Number))) is not { } due) return null;

        using var span = Signals.Spans.StartActivity("compose digest")?.SetTag(Signals.Week, due.Week.Text()).SetTag(Signals.Revision, due.Number);
        var digest = await Compose(view, due, cancellation);
        if (await ledger.KeepDigest(digest, cancellation))
        {
            Signals.Digests.Add(1);
            return digest;
        }

        return await ledger.FindDigest(due.Week, due.Number, cancellation)
            ?? throw new InvalidOperationException($"The ledger neither takes nor has the digest of {due.Period}, revision {due.Number}.");
    }

    private async Task<StoredDigest> Compose(LedgerView view, Revision due, CancellationToken cancellation)
    {
        var current = await ledger.ReadReport(due, cancellation);
        var before = view.Before(due.Week);
        var previous = before is null ? null : await ledger.ReadReport(before, cancellation);
        var previousCorrected = previous is null ? null : CorrectionsInForce.Of(view.Corrections(previous.Revision.Week)).Correct(previous.Report);
        var digest = DigestComposer.Compose(WeekSummaries.Of(view, current, previous), previousCorrected, time.GetUtcNow());
        return new StoredDigest(digest, DigestHtml.Render(digest), DigestText.Render(digest));
    }
}
