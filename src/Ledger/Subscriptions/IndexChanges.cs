using System.Globalization;
using DetainerLedger.History;

namespace DetainerLedger.Subscriptions;

/// <summary>The events of the index: weeks, revisions, and notices of corrections. A notice is one event, however many corrections it makes.</summary>
public sealed class IndexChanges(IReportReader ledger) : IChangeSource
{
    private const string NoticeId = "correction-";

    public async Task<IReadOnlyList<LedgerChange>> ReadChanges(CancellationToken cancellation) => Of(await ledger.ReadCurrent(cancellation));

    /// <summary>A pure function of what is known.</summary>
    public static IReadOnlyList<LedgerChange> Of(LedgerView view) =>
        [.. view.Weeks.SelectMany(week => view.Revisions(week.Week)).Select(Published).Concat(view.Notices.Select(Corrected)).OrderBy(change => change.At)];

    public async Task<ChangeDetails?> ReadDetails(LedgerChange change, CancellationToken cancellation)
    {
        var view = await ledger.ReadCurrent(cancellation);
        if (change.Id.StartsWith(NoticeId, StringComparison.Ordinal))
            return view.Notices.FirstOrDefault(notice => Corrected(notice).Id == change.Id) is { } notice ? CorrectionDetails.Of(notice) : null;
        if (change is not { Type: ChangeTypes.WeekPublished or ChangeTypes.WeekRevised, Week: { } week }) return null;
        var revisions = view.Revisions(week);
        if (revisions.FirstOrDefault(revision => revision.Number == change.Revision) is not { } revision) return null;

        var before = revision.Number > 1 ? revisions.FirstOrDefault(earlier => earlier.Number == revision.Number - 1) : view.Before(week);
        var published = await ledger.ReadReport(revision, cancellation);
        var compared = before is null ? null : await ledger.ReadReport(before, cancellation);
        var earlier = before switch
        {
            null => "an earlier week",
            { } other when other.Week == week => Words($"revision {other.Number}"),
            { } other => $"the week of {Day(other.Week)}",
        };
        return new ChangeDetails(
            revision.Number > 1 ? Words($"The week of {Day(week)} was revised: revision {revision.Number}") : $"The week of {Day(week)} was published",
            [$"{Totals(revision.Totals)}{(before is null ? "" : $" In {earlier}: {LowerFirst(Totals(before.Totals))}")}"],
            PlaceChanges.Between(compared?.Report, published.Report, earlier));
    }

    private static LedgerChange Published(Revision revision) => new(
        Words($"week-{revision.Period}-r{revision.Number}"),
        revision.Number > 1 ? ChangeTypes.WeekRevised : ChangeTypes.WeekPublished,
        revision.PublishedAt,
        revision.Number > 1 ? $"/weeks/{revision.Period}/revisions" : $"/weeks/{revision.Period}")
    {
        Week = revision.Week,
        Revision = revision.Number,
        Ended = revision.Period.End,
    };

    private static LedgerChange Corrected(PublishedNotice notice) => new(
        $"{NoticeId}{notice.ReportId}", ChangeTypes.CorrectionPublished, notice.PublishedAt, "/corrections")
    {
        Week = notice.Notice.Corrections.Count > 0 ? notice.Notice.Corrections.Min(correction => correction.Week) : null,
        Ended = notice.Notice.Dated,
    };

    private static string Totals(WeekTotals totals)
    {
        var issued = totals.DetainersIssued is { } number ? Words($"{number:N0}") : "not stated";
        return Words($"Detainers issued: {issued}; recorded as declined: {totals.DetainersDeclined:N0}; jurisdictions listed: {totals.JurisdictionsListed:N0}.");
    }

    private static string LowerFirst(string text) => char.ToLowerInvariant(text[0]) + text[1..];

    internal static string Day(DateOnly day) => day.ToString("MMMM d, yyyy", CultureInfo.InvariantCulture);

    private static string Words(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);
}
