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
    IReadOnlyList<Check> Remarks);

/// <summary>What publishing came to.</summary>
/// <param name="Revision">The revision that it became, or that says the same already.</param>
/// <param name="Changed">False when the week's newest revision says the same.</param>
public sealed record PublishOutcome(Revision Revision, bool Changed);
