using System.Globalization;
using DetainerLedger.History;
using DetainerLedger.Reports;

namespace DetainerLedger.Functions.Api.Feed;

/// <summary>An entry of the feed.</summary>
/// <param name="Id">Permanent, and the same on every host.</param>
/// <param name="Page">The path of the page for people.</param>
/// <param name="Data">The path at which the API returns the facts.</param>
public sealed record FeedEntry(string Id, string Title, string Text, string Page, string Data, DateTimeOffset Updated)
{
    // A reserved name (RFC 2606), so that the same ledger has the same ids on every host.
    private const string Authority = "tag:detainer-ledger.example,2026:";

    public static string FeedId { get; } = Authority + "feed";

    /// <param name="place">The id of the jurisdiction whose feed it is: a report leads to what it changed there; null for any other feed.</param>
    public static FeedEntry Of(LedgerEvent ledgerEvent, string? place = null) => ledgerEvent switch
    {
        ReportPublished { Before: null, Revision: var first } => new(
            $"{Authority}weeks/{first.Period}",
            $"Week of {Day(first.Week)}",
            Totals(first.Totals),
            PlacePage(place) ?? $"/weeks/{first.Period}",
            $"/api/weeks/{first.Period}",
            first.PublishedAt),
        ReportPublished { Before: { } before, Revision: var revision } => new(
            $"{Authority}weeks/{revision.Period}/revisions/{revision.Number}",
            Words($"Revision {revision.Number} of the week of {Day(revision.Week)}"),
            $"{Totals(revision.Totals)} The revision before: {Totals(before.Totals)}",
            PlacePage(place) ?? $"/weeks/{revision.Period}/revisions",
            $"/api/weeks/{revision.Period}/revisions",
            revision.PublishedAt),
        CorrectionPublished { Correction: var correction } => new(
            $"{Authority}corrections/{correction.Id}",
            $"Correction to the week of {Day(correction.Week)}: {Place(correction)}",
            Words($"{Counted(correction.Section)}: published as {correction.Was:N0}, corrected to {correction.Is:N0}. {correction.Title}"),
            $"/corrections#{correction.Id}",
            $"/api/weeks/{ReportingWeek.Name(correction.Week)}",
            ledgerEvent.At),
        FileObserved { File: var file, Week: var week } => new(
            $"{Authority}files/{file.Id}",
            $"{Happened(file)}{(week is { } first ? $": week of {Day(first)}" : "")}",
            FileText(file),
            $"/sources#{file.Id}",
            week is { } day ? $"/api/weeks/{ReportingWeek.Name(day)}" : $"/api/captures?source={Uri.EscapeDataString(file.Source)}",
            file.At),
        _ => throw new ArgumentOutOfRangeException(nameof(ledgerEvent)),
    };

    private static string? PlacePage(string? place) => place is null ? null : $"/jurisdictions/{place}#changes";

    private static string Happened(FileEvent file) => file.Kind switch
    {
        FileEventKind.Changed => "File changed in place",
        FileEventKind.Withdrawn => "File withdrawn",
        _ => "File returned",
    };

    private static string FileText(FileEvent file)
    {
        var on = Day(file.On);
        return file switch
        {
            { Kind: FileEventKind.Changed } => $"On {on}, {file.Address} had another file than before. SHA-256 before: {file.Before}; now: {file.Sha256}.",
            { Kind: FileEventKind.Withdrawn, Status: { } status } => Words($"On {on}, {file.Address} answered {status}. SHA-256 of the file: {file.Sha256}."),
            { Kind: FileEventKind.Withdrawn } => $"On {on}, the page {file.Source} no longer linked {file.Address}. SHA-256 of the file: {file.Sha256}.",
            _ => $"On {on}, {file.Address} had a file again. SHA-256: {file.Sha256}.",
        };
    }

    private static string Totals(WeekTotals totals)
    {
        var issued = totals.DetainersIssued is { } number ? Words($"{number:N0}") : "not stated";
        var (declined, listed) = (totals.DetainersDeclined, totals.JurisdictionsListed);
        return Words($"Detainers issued: {issued}; recorded as declined: {declined:N0}; jurisdictions listed: {listed:N0}.");
    }

    private static string Counted(CorrectedSection section) => section switch
    {
        CorrectedSection.Issued => "Detainers issued",
        CorrectedSection.Declined => "Recorded as declined",
        _ => "Listings",
    };

    private static string Place(CorrectionEntry correction) => correction.Jurisdiction is { State: { } state, Name: var name }
        ? $"{name}, {Places.StateNames.Of(state)}"
        : correction.Jurisdiction.Name;

    private static string Day(DateOnly day) => day.ToString("MMMM d, yyyy", CultureInfo.InvariantCulture);

    private static string Words(FormattableString words) => FormattableString.Invariant(words);
}
