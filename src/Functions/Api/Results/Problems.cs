using Microsoft.AspNetCore.Http;

namespace DetainerLedger.Functions.Api.Results;

/// <summary>All errors that the API returns.</summary>
public static class Problems
{
    public static Problem InvalidAsOf { get; } = Invalid("invalid-as-of", "asOf",
        "asOf is a day (2017-02-04, which means its end in UTC) or an instant (2017-02-04T12:00:00Z).");

    public static Problem InvalidReleasedOn { get; } = Invalid("invalid-released-on", "releasedOn",
        "releasedOn is the day on which the agency released the report, such as 2017-02-13. It must not be in the future.");

    public static Problem InvalidWeek { get; } = Invalid("invalid-week", "week",
        "A week is given as its first day, such as 2017-02-04, or as latest.");

    public static Problem InvalidRevision { get; } = Invalid("invalid-revision", "revision", "A revision is given as its number, from 1.");

    public static Problem InvalidLimit { get; } = Invalid("invalid-limit", "limit", "limit is a whole number from 1 to 1000.");

    public static Problem InvalidCursor { get; } = Invalid("invalid-cursor", "cursor",
        "cursor is the value of next from a page of the same list with the same filters. Omit it to start from the first page.");

    public static Problem InvalidState { get; } = Invalid("invalid-state", "state",
        "state is the postal code of a state or of the District of Columbia, such as NY.");

    public static Problem InvalidKind { get; } = Invalid("invalid-kind", "kind", "kind is one of: state, county, city, agency, tribe.");

    public static Problem InvalidListed { get; } = Invalid("invalid-listed", "listed", "listed is true or false.");

    public static Problem InvalidSearch(int longest) =>
        Invalid("invalid-search", "q", $"q is part of a name, with at most {longest} characters.");

    public static Problem InvalidSource { get; } = Invalid("invalid-source", "source",
        "source is the absolute address of a watched page or file, as /api/sources lists it.");

    public static Problem InvalidTimeMap { get; } = Invalid("invalid-timemap", "timemap",
        "timemap is the absolute address of a Memento TimeMap in link format, such as https://archive.example/timemap/link/https://agency.example/report.pdf.");

    public static Problem InvalidMatch { get; } = Invalid("invalid-match", "match",
        "match is a regular expression without look-around and backreferences.");

    public static Problem InvalidName { get; } = Invalid("invalid-name", "name",
        "Specify the file's name without folders: ?name=ddor2017_02-04to02-10.pdf. "
        + "The name must have at most 200 characters, without slashes, backslashes and control characters.");

    public static Problem EmptyBody { get; } =
        new("The body is empty", StatusCodes.Status400BadRequest, "The body of the request must be the file itself.", "empty-body");

    public static Problem MultipartBody { get; } =
        new("The body is a form", StatusCodes.Status415UnsupportedMediaType,
            "The body of the request must be the file itself, not a form that contains it: curl --data-binary @report.pdf.",
            "unsupported-media-type", "Content-Type");

    public static Problem WeekNotFound { get; } = NotFound("week-not-found", "week",
        "The ledger has no report for this week, or had none as of the requested moment.");

    public static Problem RevisionNotFound { get; } = NotFound("revision-not-found", "revision", "The week has no revision with this number.");

    public static Problem ReleasedAfterPublication { get; } = Invalid("released-after-publication", "releasedOn",
        "The file had already arrived before that day began, so it can't be the release day.");

    public static Problem ReleaseDayKnown { get; } =
        new("The release day is already known", StatusCodes.Status409Conflict,
            "The revision has a different release day, and a release day can't be changed.", "release-day-known", "releasedOn");

    public static Problem InvalidSection { get; } = Invalid("invalid-section", "section", "section is one of: issued, declined, listed.");

    public static Problem InvalidRow { get; } = Invalid("invalid-row", "row", "row is the number of the row within its section, from 1.");

    public static Problem InvalidReason(int longest) =>
        Invalid("invalid-reason", "reason", $"reason is a text of at most {longest} characters, without line breaks.");

    public static Problem InvalidDated { get; } =
        Invalid("invalid-dated", "dated", "dated is a day, such as 2017-03-29. It must not be in the future.");

    public static Problem RowNotFound { get; } = NotFound("row-not-found", "row", "The section of the revision has no row with this number.");

    public static Problem QuestionNotFound { get; } = NotFound("question-not-found", "id", "The revision has no question with this id.");

    public static Problem ReportNotFound { get; } = NotFound("report-not-found", "id", "There is no arrival with this id.");

    public static Problem FileNotFound { get; } = NotFound("file-not-found", "id", "The file was overwritten before it could be archived.");

    public static Problem JurisdictionNotFound(string parameter) =>
        NotFound("jurisdiction-not-found", parameter, "No report in the ledger names this jurisdiction, or none did as of the requested moment.");

    public static Problem AgencyNotFound { get; } = NotFound("agency-not-found", "id",
        "No report in the ledger names this agency, or none did as of the requested moment.");

    public static Problem ExportNotFound { get; } = NotFound("export-not-found", "table",
        "There is no table with this name. See /api/docs.");

    public static Problem DigestNotFound { get; } = NotFound("digest-not-found", "week", "No digest has been composed for this week.");

    public static Problem SubscriptionNotFound { get; } = NotFound("subscription-not-found", "id",
        "There is no subscription with this id, or the token in Authorization does not open it.");

    public static Problem SubscriptionsOff { get; } =
        new("There are no subscriptions", StatusCodes.Status404NotFound, "This ledger has no subscriptions. Follow /api/feed instead.", "subscriptions-off");

    public static Problem InvalidBody { get; } =
        new("The body is invalid", StatusCodes.Status400BadRequest, "The body must be a JSON object with the documented properties, at most 8 KiB. See /api/docs.", "invalid-body");

    /// <param name="reason">A sentence that quotes nothing of the request.</param>
    public static Problem InvalidUrl(string reason) => Invalid("invalid-url", "url", reason);

    public static Problem InvalidFilter { get; } = Invalid("invalid-filter", "filter",
        "filter is {} or has state, jurisdiction, corrections and oldWeeks: {\"state\":\"TX\"}, {\"jurisdiction\":\"tx-travis-county\"}.");

    public static Problem InvalidContact { get; } = Invalid("invalid-contact", "contact", "contact is a mail address.");

    public static Problem EventNotFound { get; } = NotFound("event-not-found", "event", "No such event was on its way to this subscription.");

    public static Problem ChallengeFailed { get; } =
        new("The challenge was not answered", StatusCodes.Status409Conflict,
            "The receiver did not answer the challenge with 2xx and a body that contains it, so the subscription is not active.", "challenge-failed");

    public static Problem NoSuchRoute { get; } =
        new("No such route", StatusCodes.Status404NotFound, "There is no resource at this path. See /api/docs.", "not-found");

    /// <param name="allowed">The methods allowed at the path.</param>
    public static Problem MethodNotAllowed(IReadOnlyList<string> allowed) =>
        new("Method not allowed", StatusCodes.Status405MethodNotAllowed,
            $"The methods allowed at this path are: {string.Join(", ", allowed)}.", "method-not-allowed")
        {
            Allow = allowed,
        };

    /// <summary>For a request that is invalid HTTP, so that its body can't be read. The server may have chosen another status, such as 408.</summary>
    public static Problem BrokenRequest { get; } =
        new("The request is malformed", StatusCodes.Status400BadRequest,
            "The request ended early, was sent too slowly, or is not valid HTTP.", "broken-request");

    public static Problem Internal { get; } =
        new("Internal error", StatusCodes.Status500InternalServerError,
            "An error occurred while the request was processed. It has been logged.", "internal-error");

    public static Problem StorageUnavailable { get; } =
        new("Storage does not respond", StatusCodes.Status503ServiceUnavailable,
            "The ledger is temporarily unavailable. Try again later.", "storage-unavailable");

    public static Problem InvalidDay(string parameter) => Invalid("invalid-day", parameter, $"{parameter} is a day, such as 2017-02-04.");

    public static Problem InvalidWord(string parameter, IEnumerable<string> offered) =>
        Invalid("invalid-word", parameter, $"{parameter} is one of: {string.Join(", ", offered)}.");

    public static Problem InvalidRange { get; } = Invalid("invalid-range", "from", "from must not be later than to.");

    public static Problem InvalidFormat(IEnumerable<string> offered) =>
        Invalid("invalid-format", "format", $"format is one of: {string.Join(", ", offered)}.");

    public static Problem NotAcceptable(IEnumerable<string> offered) =>
        new("Not acceptable", StatusCodes.Status406NotAcceptable,
            $"The available media types are: {string.Join(", ", offered)}. Change Accept, or use ?format=.", "not-acceptable", "Accept");

    public static Problem Repeated(string parameter) => Invalid("repeated-parameter", parameter, $"{parameter} may be specified only once.");

    /// <param name="limit">In bytes.</param>
    public static Problem TooLarge(long limit) =>
        new("The file is too large", StatusCodes.Status413PayloadTooLarge, $"A file must not exceed {limit} bytes.", "too-large");

    private static Problem Invalid(string code, string parameter, string detail) =>
        new("Invalid parameter", StatusCodes.Status400BadRequest, detail, code, parameter);

    private static Problem NotFound(string code, string parameter, string detail) =>
        new("Not found", StatusCodes.Status404NotFound, detail, code, parameter);
}
