using System.Text.Json.Serialization;
using DetainerLedger.Reports;

namespace DetainerLedger.History;

/// <summary>A change of what is said of one place.</summary>
/// <param name="Id">Unique among the changes of a place.</param>
/// <param name="Day">The first day of the week whose report differs from the week before; or the day, in UTC, from which the revision
/// or the correction is known.</param>
/// <param name="Week">The week that the change is about.</param>
public sealed record PlaceChange(string Id, PlaceChangeKind Kind, DateOnly Day, DateOnly Week, SourceLocation Source)
{
    /// <summary>The number of the revision that states it; null for a correction.</summary>
    public int? Revision { get; init; }

    /// <summary>
    /// The week with which it is compared: the nearest earlier one, whose date shows whether there is a gap. Null for the first
    /// week, and for revisions and corrections.
    /// </summary>
    public DateOnly? PreviousWeek { get; init; }

    /// <summary>
    /// The changed field: <c>aor</c>, <c>enacted</c>, <c>policy</c>, <c>criteria</c> of a listing; <c>declined</c>, <c>issued</c>,
    /// <c>listings</c> for the number of rows or detainers in a revision; the section of a correction. Null for listed and delisted.
    /// </summary>
    public string? Field { get; init; }

    /// <summary>The earlier value; null if there was none.</summary>
    public string? From { get; init; }

    /// <summary>The later value; null if there is none.</summary>
    public string? To { get; init; }

    /// <summary>For delisted: the notice of the week's report that names the place; null if none does.</summary>
    public Notice? ExplainedBy { get; init; }

    /// <summary>The correction itself; for delisted, the correction that takes the listing back; null if there is none.</summary>
    public CorrectionEntry? Correction { get; init; }

    internal static PlaceChange Listed(Revision now, Revision? before, SourceLocation source) =>
        Weekly(PlaceChangeKind.Listed, now, before, source);

    internal static PlaceChange Delisted(Revision now, Revision before, Notice? notice, CorrectionEntry? correction) =>
        Weekly(PlaceChangeKind.Delisted, now, before, notice?.Source ?? Whole(now)) with
        {
            ExplainedBy = notice,
            Correction = correction,
        };

    internal static PlaceChange Altered(Revision now, Revision before, AlteredListing altered, SourceLocation source) =>
        Weekly(PlaceChangeKind.Altered, now, before, source, altered.Field) with
        {
            Field = altered.Field,
            From = altered.From,
            To = altered.To,
        };

    internal static PlaceChange Revised(Revision revision, Revision before, AlteredListing difference) => new(
        $"{ReportingWeek.Name(revision.Week)}-revised-{before.Number}-{revision.Number}-{difference.Field}",
        PlaceChangeKind.Revised,
        DateOnly.FromDateTime(revision.KnownFrom.UtcDateTime),
        revision.Week,
        Whole(revision))
    {
        Revision = revision.Number,
        Field = difference.Field,
        From = difference.From,
        To = difference.To,
    };

    internal static PlaceChange Corrected(CorrectionEntry correction, DateTimeOffset knownFrom) => new(
        correction.Id, PlaceChangeKind.Corrected, DateOnly.FromDateTime(knownFrom.UtcDateTime), correction.Week, correction.Source)
    {
        Field = correction.Section.ToString().ToLowerInvariant(),
        From = Text(correction.Was),
        To = Text(correction.Is),
        Correction = correction,
    };

    private static PlaceChange Weekly(
        PlaceChangeKind kind, Revision now, Revision? before, SourceLocation source, string? field = null)
    {
        var id = $"{ReportingWeek.Name(now.Week)}-{kind.ToString().ToLowerInvariant()}{(field is null ? "" : $"-{field}")}";
        return new PlaceChange(id, kind, now.Week, now.Week, source) { Revision = now.Number, PreviousWeek = before?.Week };
    }

    private static SourceLocation Whole(Revision revision) => new(revision.Source.ReportId, null, null);

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

[JsonConverter(typeof(JsonStringEnumConverter<PlaceChangeKind>))]
public enum PlaceChangeKind
{
    /// <summary>The week lists it, and the week before doesn't, or there is none.</summary>
    [JsonStringEnumMemberName("listed")] Listed,

    /// <summary>The week before lists it, and the week doesn't.</summary>
    [JsonStringEnumMemberName("delisted")] Delisted,

    /// <summary>Both weeks list it, with different words.</summary>
    [JsonStringEnumMemberName("altered")] Altered,

    /// <summary>A later edition of the same week's report states something else.</summary>
    [JsonStringEnumMemberName("revised")] Revised,

    /// <summary>A notice of corrections changes a count.</summary>
    [JsonStringEnumMemberName("corrected")] Corrected,
}
