using DetainerLedger.Checks;
using DetainerLedger.History;
using DetainerLedger.Reports;

namespace DetainerLedger.Ingest;

/// <summary>A report as it is handed to the ledger.</summary>
/// <param name="Remarks">What was questioned while it was read.</param>
public sealed record Edition(
    WeeklyReport Report,
    string Fingerprint,
    RevisionSource Source,
    DateTimeOffset PublishedAt,
    DateOnly? ReleasedOn,
    IReadOnlyList<Check> Remarks)
{
    /// <summary>Whether the revision was made of the same arrival.</summary>
    public bool IsFrom(Revision revision) => revision.Source.ReportId == Source.ReportId;

    /// <summary>
    /// The revision that says the same, if publishing this edition would change nothing: the one that stands,
    /// or the one that stood on the day of its release. An older one doesn't count: to say again what was said
    /// before the last revision is a change, and a finding.
    /// </summary>
    /// <param name="revisions">Of its week.</param>
    public Revision? FindSame(IReadOnlyList<Revision> revisions)
    {
        var index = new LedgerIndex([revisions], [], "");
        var moments = ReleasedOn is null ? [index.Now] : new[] { index.Now, index.AsOf(AsRevision(0).KnownFrom) };
        return moments.Select(view => view.Latest).FirstOrDefault(standing => standing?.Fingerprint == Fingerprint);
    }

    /// <summary>
    /// Whether it tells when a revision that says the same was released, of which that wasn't told. Only a release before
    /// it came here: what was known already stays known.
    /// </summary>
    public bool TellsReleaseOf(Revision same) =>
        same.ReleasedOn is null && ReleasedOn is not null && AsRevision(0).KnownFrom <= same.KnownFrom;

    public Revision AsRevision(int number) =>
        new(Report.Period, number, PublishedAt, ReleasedOn, Fingerprint, WeekTotals.Of(Report), Source);
}

/// <summary>What publishing came to.</summary>
/// <param name="Revision">The revision that it became, or that says the same already.</param>
/// <param name="Changed">False when the week's newest revision says the same.</param>
public sealed record PublishOutcome(Revision Revision, bool Changed);
