using DetainerLedger.History;
using DetainerLedger.Reports;

namespace DetainerLedger.Publishing;

/// <summary>A report to publish.</summary>
/// <param name="Remarks">Questions raised while the file was read.</param>
public sealed record Edition(
    WeeklyReport Report,
    string Fingerprint,
    RevisionSource Source,
    DateTimeOffset PublishedAt,
    DateOnly? ReleasedOn,
    IReadOnlyList<Check> Remarks)
{
    /// <summary>The version of the reader that read the file.</summary>
    public string Reader { get; init; } = ReaderVersion.Current;

    /// <summary>When the file was seen at a source; null if it wasn't.</summary>
    public DateTimeOffset? SeenAt { get; init; }

    /// <summary>The address of the file at the source; null if unknown.</summary>
    public string? SourceAddress { get; init; }

    /// <summary>Whether the revision comes from the same arrival.</summary>
    public bool IsFrom(Revision revision) => revision.Source.ReportId == Source.ReportId;

    /// <summary>
    /// Whether the revision states the same facts, or was read from the same bytes by another version of the reader, in which case
    /// any difference comes from the reader and not from the agency.
    /// </summary>
    public bool SaysTheSameAs(Revision revision) =>
        revision.Fingerprint == Fingerprint || (revision.Source.Sha256 == Source.Sha256 && revision.Reader != Reader);

    public Revision AsRevision(int number) =>
        new(Report.Period, number, PublishedAt, ReleasedOn, Fingerprint, WeekTotals.Of(Report), Source)
        {
            Reader = Reader,
            SeenAt = SeenAt,
            SourceAddress = SourceAddress,
        };
}
