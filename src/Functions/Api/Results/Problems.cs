using Microsoft.AspNetCore.Http;

namespace DetainerLedger.Functions.Api.Results;

/// <summary>Every error that the app answers with: the vocabulary, in one place.</summary>
public static class Problems
{
    public static Problem InvalidAsOf { get; } = Invalid("invalid-as-of", "asOf",
        "asOf is a day (2017-02-04, which means its end in UTC) or an instant (2017-02-04T12:00:00Z).");

    public static Problem InvalidReleasedOn { get; } = Invalid("invalid-released-on", "releasedOn",
        "releasedOn is the day on which the agency released the report, such as 2017-02-13, and not in the future.");

    public static Problem InvalidWeek { get; } = Invalid("invalid-week", "week",
        "A week is named by its first day, such as 2017-02-04, or is called latest.");

    public static Problem InvalidRevision { get; } = Invalid("invalid-revision", "revision", "A revision is named by its number, from 1.");

    public static Problem InvalidLimit { get; } = Invalid("invalid-limit", "limit", "limit is a whole number from 1 to 1000.");

    public static Problem InvalidCursor { get; } = Invalid("invalid-cursor", "cursor",
        "cursor is the value of next from a page of this same list, with the same filters; leave it out to begin again.");

    public static Problem InvalidState { get; } = Invalid("invalid-state", "state",
        "state is the postal code of a state or of the District of Columbia, such as NY.");

    public static Problem InvalidKind { get; } = Invalid("invalid-kind", "kind", "kind is one of: state, county, city, agency, tribe.");

    public static Problem InvalidListed { get; } = Invalid("invalid-listed", "listed", "listed is true or false.");

    public static Problem InvalidSearch(int longest) =>
        Invalid("invalid-search", "q", $"q is a part of a name, of at most {longest} characters.");

    public static Problem InvalidName { get; } = Invalid("invalid-name", "name",
        "Give the file's name, without folders: ?name=ddor2017_02-04to02-10.pdf. "
        + "It has at most 200 characters, none of them a slash, a backslash or a control character.");

    public static Problem EmptyBody { get; } =
        new("The body is empty", StatusCodes.Status400BadRequest, "The body of the request is the file itself.", "empty-body");

    public static Problem MultipartBody { get; } =
        new("The body is a form", StatusCodes.Status415UnsupportedMediaType,
            "The body of the request is the file itself, not a form that holds it: curl --data-binary @report.pdf.",
            "unsupported-media-type", "Content-Type");

    public static Problem WeekNotFound { get; } = NotFound("week-not-found", "week",
        "The ledger has no report of this week, or had none then.");

    public static Problem RevisionNotFound { get; } = NotFound("revision-not-found", "revision", "The week has no revision of this number.");

    public static Problem ReleasedAfterPublication { get; } = Invalid("released-after-publication", "releasedOn",
        "The file was here before that day began, so that it can't be the day of its release.");

    public static Problem ReleaseDayKnown { get; } =
        new("The release day is known", StatusCodes.Status409Conflict,
            "The revision has another release day, and a release day stays as it was given.", "release-day-known", "releasedOn");

    public static Problem ReportNotFound { get; } = NotFound("report-not-found", "id", "No file arrived under this id.");

    public static Problem FileNotFound { get; } = NotFound("file-not-found", "id", "The file was overwritten before it could be kept.");

    public static Problem JurisdictionNotFound(string parameter) =>
        NotFound("jurisdiction-not-found", parameter, "No report in the ledger names this jurisdiction, or none did then.");

    public static Problem ExportNotFound { get; } = NotFound("export-not-found", "table",
        "There is no table of this name: see /api/docs.");

    public static Problem DigestNotFound { get; } = NotFound("digest-not-found", "week", "No digest of this week was composed.");

    public static Problem NoSuchRoute { get; } =
        new("No such route", StatusCodes.Status404NotFound, "Nothing is to be had at this path: see /api/docs.", "not-found");

    /// <param name="allowed">The methods that there are at the path.</param>
    public static Problem MethodNotAllowed(IReadOnlyList<string> allowed) =>
        new("No such method here", StatusCodes.Status405MethodNotAllowed,
            $"At this path there are: {string.Join(", ", allowed)}.", "method-not-allowed")
        {
            Allow = allowed,
        };

    /// <summary>When the request is broken as HTTP, so that its body can't be read. The server may have found another status, as 408.</summary>
    public static Problem BrokenRequest { get; } =
        new("The request is broken", StatusCodes.Status400BadRequest,
            "The request ended too early, came too slowly, or is not well-formed.", "broken-request");

    public static Problem Internal { get; } =
        new("Something went wrong here", StatusCodes.Status500InternalServerError,
            "The request could not be answered; this was logged.", "internal-error");

    public static Problem StorageUnavailable { get; } =
        new("Storage does not answer", StatusCodes.Status503ServiceUnavailable,
            "The ledger can't be reached at the moment. Try again later.", "storage-unavailable");

    public static Problem InvalidDay(string parameter) => Invalid("invalid-day", parameter, $"{parameter} is a day, such as 2017-02-04.");

    public static Problem InvalidRange { get; } = Invalid("invalid-range", "from", "from is a day at or before to.");

    public static Problem InvalidFormat(IEnumerable<string> offered) =>
        Invalid("invalid-format", "format", $"format is one of: {string.Join(", ", offered)}.");

    public static Problem NotAcceptable(IEnumerable<string> offered) =>
        new("No such representation", StatusCodes.Status406NotAcceptable,
            $"This is to be had as: {string.Join(", ", offered)}. Change Accept, or use ?format=.", "not-acceptable", "Accept");

    public static Problem Repeated(string parameter) => Invalid("repeated-parameter", parameter, $"{parameter} may be given once only.");

    /// <param name="limit">In bytes.</param>
    public static Problem TooLarge(long limit) =>
        new("The file is too large", StatusCodes.Status413PayloadTooLarge, $"A file may have at most {limit} bytes.", "too-large");

    private static Problem Invalid(string code, string parameter, string detail) =>
        new("A parameter can't be right", StatusCodes.Status400BadRequest, detail, code, parameter);

    private static Problem NotFound(string code, string parameter, string detail) =>
        new("Not in the ledger", StatusCodes.Status404NotFound, detail, code, parameter);
}
