using System.Globalization;
using DetainerLedger.Digests;
using DetainerLedger.Reports;

namespace DetainerLedger.Subscriptions;

/// <summary>
/// The digests. Those of earlier weeks are events as well, so that each is marked, but they are delivered to nobody:
/// see <see cref="IsNewest"/>.
/// </summary>
public sealed class DigestChanges(IDigestStore digests) : IChangeSource
{
    public async Task<IReadOnlyList<LedgerChange>> ReadChanges(CancellationToken cancellation) => Of(await digests.ListDigests(cancellation));

    public static IReadOnlyList<LedgerChange> Of(IReadOnlyList<DigestHeading> digests) => [.. digests.OrderBy(digest => digest.ComposedAt).Select(Composed)];

    /// <summary>Whether a digest is about the newest week that has one.</summary>
    public static bool IsNewest(LedgerChange digest, IEnumerable<LedgerChange> changes) =>
        !changes.Any(other => other.Type == ChangeTypes.DigestComposed && other.Week > digest.Week);

    public async Task<ChangeDetails?> ReadDetails(LedgerChange change, CancellationToken cancellation) =>
        change is { Type: ChangeTypes.DigestComposed, Week: { } week, Revision: { } revision }
        && await digests.FindDigest(week, revision, cancellation) is { } digest
            ? new ChangeDetails(digest.Headline, [.. digest.Sentences.Select(sentence => sentence.Text)], []) { Digest = digest }
            : null;

    private static LedgerChange Composed(DigestHeading digest) => new(
        string.Create(CultureInfo.InvariantCulture, $"digest-{ReportingWeek.Name(digest.Week)}-r{digest.Revision}"),
        ChangeTypes.DigestComposed,
        digest.ComposedAt,
        $"/digests/{ReportingWeek.Name(digest.Week)}")
    {
        Week = digest.Week,
        Revision = digest.Revision,
        Ended = digest.Week.AddDays(6),
    };
}
