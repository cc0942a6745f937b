using System.Globalization;
using System.Text.RegularExpressions;
using DetainerLedger.Functions.Api.Jurisdictions;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.Ingest;
using DetainerLedger.Places;
using DetainerLedger.Publishing;
using DetainerLedger.Watching.Http;
using Microsoft.AspNetCore.Http;

namespace DetainerLedger.Functions.Api.Parameters;

/// <summary>
/// Reads the parameters of a request. Parameters that the function doesn't read are ignored; the first invalid one of the others
/// becomes the <see cref="Problem"/>.
/// </summary>
public sealed class Query
{
    public delegate bool TryParse<T>(string text, out T value);

    // In characters.
    private const int LongestSearch = 100;

    private static readonly Dictionary<string, bool> Flags = new() { ["true"] = true, ["false"] = false };

    private static readonly Dictionary<string, JurisdictionKind> Kinds =
        Enum.GetValues<JurisdictionKind>().ToDictionary(kind => kind.ToString().ToLowerInvariant());

    private readonly HttpRequest _request;
    private readonly List<string> _filters = [];
    private readonly List<string> _names = [];
    private bool _isPageRead;

    public Query(HttpRequest request)
    {
        _request = request;
        // For the response cache, which has to know what a response depends on.
        request.HttpContext.Features.Set(this);
    }

    public Problem? Problem { get; private set; }

    /// <summary>The parameters read so far.</summary>
    public IReadOnlyCollection<string> Names => _names;

    /// <summary>The formats offered; null until <see cref="Format"/> is called.</summary>
    public IReadOnlyList<ResponseFormat>? Offered { get; private set; }

    /// <summary>The requested moment; null for now.</summary>
    public DateTimeOffset? AsOf() => Filter<DateTimeOffset>("asOf", Moments.TryParse, Problems.InvalidAsOf);

    public DateOnly? Day(string name) => Filter<DateOnly>(name, Days.TryParse, Problems.InvalidDay(name));

    public (DateOnly? From, DateOnly? To) Range()
    {
        var (from, to) = (Day("from"), Day("to"));
        if (from > to) Refuse(Problems.InvalidRange);
        return (from, to);
    }

    /// <summary>A week in the path; null for <c>latest</c>.</summary>
    /// <param name="name">The name of that route parameter.</param>
    public DateOnly? Week(string text, string name = "week")
    {
        AddFilter(name, text);
        if (text == "latest") return null;
        if (Days.TryParse(text, out var week)) return week;
        Refuse(Problems.InvalidWeek with { Parameter = name });
        return null;
    }

    /// <summary>The postal code of an existing state.</summary>
    public string? State(JurisdictionRegister register) => Text("state") is { } text ? State(register, text)?.Code : null;

    /// <summary>A state in the path; null only when it is a problem.</summary>
    public State? State(JurisdictionRegister register, string text)
    {
        if (register.FindState(text) is { } state) return state;
        Refuse(Problems.InvalidState);
        return null;
    }

    public JurisdictionKind? Kind() => Filter<JurisdictionKind>("kind", Kinds.TryGetValue, Problems.InvalidKind);

    /// <summary>One of the names of an enumeration, in lower case.</summary>
    public T? Word<T>(string name) where T : struct, Enum
    {
        var words = Enum.GetValues<T>().ToDictionary(word => word.ToString().ToLowerInvariant());
        return Filter<T>(name, words.TryGetValue, Problems.InvalidWord(name, words.Keys));
    }

    public bool? Listed() => Filter<bool>("listed", Flags.TryGetValue, Problems.InvalidListed);

    /// <summary>A part of a name to search for.</summary>
    public PlaceSearch? Search()
    {
        if (Text("q") is not { } text) return null;
        if (!string.IsNullOrWhiteSpace(text) && text.Length <= LongestSearch) return new PlaceSearch(text);
        Refuse(Problems.InvalidSearch(LongestSearch));
        return null;
    }

    /// <summary>The id of a jurisdiction that is given by its id or FIPS code. Whether the ledger has it is not checked here.</summary>
    public string? Jurisdiction(JurisdictionRegister register)
    {
        if (Text("jurisdiction") is not { } text) return null;
        if (JurisdictionNames.IdOf(register, text) is { } id) return id;
        Refuse(Problems.JurisdictionNotFound("jurisdiction"));
        return null;
    }

    /// <summary>The address of a watched source; null for all.</summary>
    public string? Source()
    {
        if (Text("source") is not { } text) return null;
        if (SightingMetadata.TryParseAddress(text, out var address)) return address;
        Refuse(Problems.InvalidSource);
        return null;
    }

    /// <summary>The address of a TimeMap; null only when it is a problem.</summary>
    public Uri? TimeMap()
    {
        if (Single("timemap") is { } text && SightingMetadata.TryParseAddress(text, out var address)) return new Uri(address);
        Refuse(Problems.InvalidTimeMap);
        return null;
    }

    /// <summary>A regular expression; null only when it is a problem. Everything matches if it is left out.</summary>
    public Regex? Match()
    {
        try
        {
            return SourceList.Pattern(Single("match") ?? "");
        }
        catch (Exception wrong) when (wrong is ArgumentException or NotSupportedException)
        {
            Refuse(Problems.InvalidMatch);
            return null;
        }
    }

    /// <summary>The requested page. Read it after all filters: a cursor is valid only with the same filters.</summary>
    public PageRequest<TPosition> Page<TPosition>(string list, TryParse<TPosition> parse) where TPosition : struct
    {
        _isPageRead = true;
        var limit = Limits.Default;
        if (Single("limit") is { } asked && !Limits.TryParse(asked, out limit)) Refuse(Problems.InvalidLimit);

        var scope = string.Join('\n', [list, .. _filters.Order(StringComparer.Ordinal)]);
        TPosition? after = null;
        if (Single("cursor") is { } cursor)
        {
            if (Cursor.TryRead(cursor, scope, out var text) && parse(text, out var position)) after = position;
            else Refuse(Problems.InvalidCursor);
        }
        return new PageRequest<TPosition>(limit, after, scope);
    }

    /// <summary>The format of the response: <c>?format=</c> takes precedence over <c>Accept</c>.</summary>
    /// <param name="offered">The available formats, preferred first.</param>
    public ResponseFormat Format(IReadOnlyList<ResponseFormat> offered)
    {
        Offered = offered;
        if (Single("format") is { } name)
        {
            foreach (var format in offered)
                if (format.Name() == name) return format;
            Refuse(Problems.InvalidFormat(offered.Select(ResponseFormats.Name)));
        }
        else if (AcceptHeader.Choose(_request.Headers.Accept, offered) is { } accepted)
        {
            return accepted;
        }
        else
        {
            Refuse(Problems.NotAcceptable(offered.Select(ResponseFormats.MediaType)));
        }
        return offered[0];
    }

    /// <summary>The day on which the agency released an uploaded file; null if not given.</summary>
    public DateOnly? ReleasedOn(TimeProvider time)
    {
        if (Single("releasedOn") is not { } text) return null;
        if (ReleaseDay.TryParse(text, out var day) && ReleaseDay.HasBegun(day, time.GetUtcNow())) return day;
        Refuse(Problems.InvalidReleasedOn);
        return null;
    }

    /// <summary>The day on which the agency released a revision; null only when it is a problem.</summary>
    public DateOnly? RequiredReleasedOn(TimeProvider time)
    {
        var day = ReleasedOn(time);
        if (day is null) Refuse(Problems.InvalidReleasedOn);
        return day;
    }

    /// <summary>The number of a revision in the path; null only when it is a problem.</summary>
    public int? Revision(string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0) return number;
        Refuse(Problems.InvalidRevision);
        return null;
    }

    /// <summary>The name of an uploaded file, from the query or from <c>Content-Disposition</c>.</summary>
    public string FileName()
    {
        var name = (Single("name") ?? FileNames.InHeader(_request))?.Trim();
        if (name is not null && FileNames.IsName(name)) return name;
        Refuse(Problems.InvalidName);
        return "";
    }

    private T? Filter<T>(string name, TryParse<T> parse, Problem wrong) where T : struct
    {
        if (Text(name) is not { } text) return null;
        if (parse(text, out var value)) return value;
        Refuse(wrong);
        return null;
    }

    // The filter as given in the request.
    private string? Text(string name)
    {
        var text = Single(name);
        if (text is not null) AddFilter(name, text);
        return text;
    }

    private void AddFilter(string name, string text)
    {
        if (_isPageRead) throw new InvalidOperationException($"The filter {name} is read after the page, whose cursor is valid only with the same filters.");
        _filters.Add($"{name}={text}");
    }

    private string? Single(string name)
    {
        _names.Add(name);
        if (!_request.Query.TryGetValue(name, out var values)) return null;
        if (values.Count > 1) Refuse(Problems.Repeated(name));
        return values.Count == 0 ? "" : values[0];
    }

    private void Refuse(Problem problem) => Problem ??= problem;
}
