using DetainerLedger.Places;
using DetainerLedger.Reports;

namespace DetainerLedger.History;

/// <summary>
/// Lists every change of what is said of one place: from week to week, from one revision of a week to the next, and by corrections.
/// A pure function of the reports' facts and of what is known.
/// </summary>
public sealed class PlaceChanges
{
    private readonly LedgerView _view;
    private readonly Jurisdiction _place;
    private readonly Dictionary<(DateOnly Week, ReadingId Reading), JurisdictionWeek> _facts;
    private readonly List<KnownCorrection> _corrections;

    private PlaceChanges(LedgerView view, Jurisdiction place, Dictionary<(DateOnly Week, ReadingId Reading), JurisdictionWeek> facts)
    {
        (_view, _place, _facts) = (view, place, facts);
        _corrections = [.. view.Notices
            .SelectMany(notice => notice.Notice.Corrections.Select(correction => new KnownCorrection(correction, notice)))
            .Where(known => known.Correction.Jurisdiction.Id == place.Id)];
    }

    /// <param name="view">What is known at the requested moment.</param>
    /// <param name="facts">What every revision states about the place; see <see cref="IJurisdictionReader.ReadJurisdiction"/>.</param>
    /// <returns>Null when no revision known in this view names it.</returns>
    public static PlaceChanges? Of(LedgerView view, IReadOnlyList<JurisdictionWeek> facts)
    {
        var known = view.Weeks
            .SelectMany(week => view.Revisions(week.Week)).Select(revision => (revision.Week, revision.Reading)).ToHashSet();
        var named = facts.Where(fact => known.Contains((fact.Week, fact.Reading))).ToDictionary(fact => (fact.Week, fact.Reading));
        return named.Count == 0 ? null : new PlaceChanges(view, named.Values.MaxBy(fact => fact.Week)!.Jurisdiction, named);
    }

    public Jurisdiction Place => _place;

    /// <summary>The revisions in force that no longer list it, although the week before does. Their notices may name it.</summary>
    public IReadOnlyList<Revision> Removals =>
    [
        .. Steps()
            .Where(step => step.Before is not null && Listings(step.Before).Count > 0 && Listings(step.Now).Count == 0)
            .Select(step => step.Now),
    ];

    /// <param name="notices">Gives the notices of each revision in <see cref="Removals"/>.</param>
    /// <returns>Newest day first, and within a day by id.</returns>
    public IReadOnlyList<PlaceChange> All(Func<Revision, IReadOnlyList<Notice>> notices) =>
    [
        .. FromWeekToWeek(notices)
            .Concat(_view.Weeks.SelectMany(week => FromRevisionToRevision(_view.Revisions(week.Week))))
            .Concat(_corrections.Select(known => PlaceChange.Corrected(CorrectionEntry.Of(known), known.Notice.KnownFrom)))
            .OrderByDescending(change => change.Day)
            .ThenBy(change => change.Id, StringComparer.Ordinal),
    ];

    private IEnumerable<PlaceChange> FromWeekToWeek(Func<Revision, IReadOnlyList<Notice>> notices)
    {
        DateOnly? listedSince = null;
        foreach (var (before, now) in Steps())
        {
            var (earlier, later) = (before is null ? [] : Listings(before), Listings(now));
            if (later.Count > 0 && earlier.Count == 0)
            {
                listedSince = now.Week;
                yield return PlaceChange.Listed(now, before, later[0].Source);
            }
            else if (later.Count == 0 && earlier.Count > 0)
            {
                var notice = new NoticeMentions(notices(now)).Naming(_place);
                yield return PlaceChange.Delisted(now, before!, notice, Removing(listedSince!.Value, now.Week));
            }

            foreach (var altered in ListingDifferences.AlteredFields(_place, earlier, later))
                yield return PlaceChange.Altered(now, before!, altered, later[0].Source);
        }
    }

    private IEnumerable<PlaceChange> FromRevisionToRevision(IReadOnlyList<Revision> inForceLast)
    {
        for (var i = 1; i < inForceLast.Count; i++)
        {
            var (before, revision) = (inForceLast[i - 1], inForceLast[i]);
            foreach (var difference in Differences(before, revision)) yield return PlaceChange.Revised(revision, before, difference);
        }
    }

    private IEnumerable<AlteredListing> Differences(Revision before, Revision now)
    {
        var (then, today) = (Fact(before), Fact(now));
        IEnumerable<AlteredListing> counts =
        [
            Altered("declined", Text(then?.Declines.Count ?? 0), Text(today?.Declines.Count ?? 0)),
            Altered("issued", Text(then?.TotalIssued), Text(today?.TotalIssued)),
            Altered("listings", Text(then?.Listings.Count ?? 0), Text(today?.Listings.Count ?? 0)),
        ];
        return counts.Where(altered => altered.From != altered.To)
            .Concat(ListingDifferences.AlteredFields(_place, Listings(before), Listings(now)));

        AlteredListing Altered(string field, string? from, string? to) => new(_place, field, from, to);

        static string? Text(int? number) => number?.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    // The latest known correction of its listing, in the weeks in which it was listed or in the first that doesn't list it.
    private CorrectionEntry? Removing(DateOnly listedSince, DateOnly removed) => _corrections.FindLast(known =>
        known.Correction is { Section: CorrectedSection.Listed } correction && correction.Is < correction.Was
        && correction.Week >= listedSince && correction.Week <= removed) is { } found
        ? CorrectionEntry.Of(found)
        : null;

    // Each week with the nearest earlier one, oldest first.
    private IEnumerable<(Revision? Before, Revision Now)> Steps()
    {
        Revision? before = null;
        foreach (var now in _view.Weeks.Reverse())
        {
            yield return (before, now);
            before = now;
        }
    }

    private IReadOnlyList<PolicyListing> Listings(Revision revision) => Fact(revision)?.Listings ?? [];

    private JurisdictionWeek? Fact(Revision revision) => _facts.GetValueOrDefault((revision.Week, revision.Reading));
}
