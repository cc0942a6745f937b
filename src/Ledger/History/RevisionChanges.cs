using System.Text.Json.Serialization;
using DetainerLedger.Places;
using DetainerLedger.Reports;

namespace DetainerLedger.History;

/// <summary>
/// The differences between a revision and the previous one. The location of a fact in the file is not compared.
/// </summary>
/// <param name="Issued">Rows of Section I; from or to is null if the jurisdiction isn't named: unknown, not zero.</param>
/// <param name="Declines">A changed row of Section II counts as one removed and one added.</param>
/// <param name="Other">Other parts that differ: <c>notices</c>, <c>sectionTitles</c>, <c>scope</c>, <c>definition</c>,
/// <c>declinedAsStated</c>, <c>highestVolumeTotal</c>.</param>
public sealed record RevisionChanges(
    AlteredTotals Totals,
    IReadOnlyList<AlteredVolume> Issued,
    RowChanges Declines,
    ListingDifferences Listings,
    IReadOnlyList<string> Other)
{
    public static RevisionChanges Between(PublishedReport before, PublishedReport revision)
    {
        var (from, to) = (before.Report, revision.Report);
        return new RevisionChanges(
            AlteredTotals.Between(before.Revision.Totals, revision.Revision.Totals),
            AlteredVolumes(from, to),
            RowChanges.Between(from.Declines, to.Declines),
            ListingDifferences.Between(from, to),
            [.. OtherParts(from, to).Where(part => part.Differs).Select(part => part.Name)]);
    }

    private static List<AlteredVolume> AlteredVolumes(WeeklyReport from, WeeklyReport to)
    {
        var (before, now) = (from.HighestVolume.ToLookup(row => row.Jurisdiction), to.HighestVolume.ToLookup(row => row.Jurisdiction));
        return [.. now.Concat(before)
            .Select(rows => rows.Key)
            .Distinct()
            .Select(jurisdiction => new AlteredVolume(jurisdiction, Issued(before[jurisdiction]), Issued(now[jurisdiction])))
            .Where(altered => altered.From != altered.To)];

        static int? Issued(IEnumerable<IssuedVolume> rows) => rows.Any() ? rows.Sum(row => row.Issued) : null;
    }

    private static IEnumerable<(string Name, bool Differs)> OtherParts(WeeklyReport from, WeeklyReport to) =>
    [
        ("notices", !from.Notices.Select(notice => notice.Text).SequenceEqual(to.Notices.Select(notice => notice.Text))),
        ("sectionTitles", !from.SectionTitles.SequenceEqual(to.SectionTitles)),
        ("scope", from.Scope != to.Scope),
        ("definition", from.Definition != to.Definition),
        ("declinedAsStated", from.DeclinedAsStated != to.DeclinedAsStated),
        ("highestVolumeTotal", from.HighestVolumeTotal != to.HighestVolumeTotal),
    ];
}

/// <summary>The totals that differ; the others are omitted from the response.</summary>
public sealed record AlteredTotals(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] AlteredTotal? DetainersIssued,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] AlteredTotal? DetainersDeclined,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] AlteredTotal? JurisdictionsListed)
{
    public static AlteredTotals Between(WeekTotals from, WeekTotals to) => new(
        AlteredTotal.Between(from.DetainersIssued, to.DetainersIssued),
        AlteredTotal.Between(from.DetainersDeclined, to.DetainersDeclined),
        AlteredTotal.Between(from.JurisdictionsListed, to.JurisdictionsListed));
}

public sealed record AlteredTotal(int? From, int? To)
{
    public static AlteredTotal? Between(int? from, int? to) => from == to ? null : new AlteredTotal(from, to);
}

public sealed record AlteredVolume(Jurisdiction Jurisdiction, int? From, int? To);

/// <summary>The number of rows of one report that have no equal in the other.</summary>
public sealed record RowChanges(int Added, int Removed)
{
    private static readonly SourceLocation Anywhere = new(default, null, null);

    public static RowChanges Between(IReadOnlyList<DeclinedDetainer> from, IReadOnlyList<DeclinedDetainer> to)
    {
        // Rows may be equal to each other, so each row is matched at most once.
        var unmatched = from.CountBy(Facts).ToDictionary();
        var kept = to.Count(row => unmatched.GetValueOrDefault(Facts(row)) > 0 && unmatched[Facts(row)]-- > 0);
        return new RowChanges(to.Count - kept, from.Count - kept);
    }

    private static DeclinedDetainer Facts(DeclinedDetainer row) => row with { AsPrinted = "", Source = Anywhere };
}
