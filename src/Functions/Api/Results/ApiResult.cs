using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DetainerLedger.History;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace DetainerLedger.Functions.Api.Results;

/// <summary>
/// A response that is complete before it is sent: a failure while it is generated still becomes a proper error, and its entity
/// tag is computed from its bytes. A client that already has it gets 304. It is compressed for a client that accepts that; each
/// encoding has its own tag.
/// </summary>
/// <param name="Body">The complete body.</param>
public sealed record ApiResult(ReadOnlyMemory<byte> Body, ResponseFormat Format) : IResult
{
    /// <summary>The body, and what it has been encoded to.</summary>
    public EncodedBodies Bodies { get; private init; } = new(Body);

    public ReadOnlyMemory<byte> Body => Bodies.Plain;

    public int Status { get; init; } = StatusCodes.Status200OK;

    /// <summary>One of <see cref="Caching"/>.</summary>
    public string CacheControl { get; init; } = Caching.Moving;

    /// <summary>The path of the <c>Location</c> header, for 202.</summary>
    public string? Location { get; init; }

    /// <summary>The cursor of the next page.</summary>
    public string? Next { get; init; }

    /// <summary>The request headers that the response depends on, besides <c>Accept-Encoding</c>.</summary>
    public string Vary { get; init; } = HeaderNames.Accept;

    /// <summary>The version of the index, if the response depends on nothing that changes without it; null otherwise.</summary>
    public string? IndexVersion { get; init; }

    /// <summary>The time since the ledger was last known to be as this response says, if storage has not responded since; null if it is.</summary>
    public TimeSpan? StaleFor { get; init; }

    /// <summary>Whether the response to a read has an entity tag. One for a single reader has none.</summary>
    public bool IsTagged { get; init; } = true;

    /// <summary>For HTML.</summary>
    public string? ContentSecurityPolicy { get; init; }

    private EntityTagHeaderValue Tag => field ??= EntityTags.Of(Body.Span);

    public static ApiResult Json<T>(T value, JsonTypeInfo<T> type) => new(JsonSerializer.SerializeToUtf8Bytes(value, type), ResponseFormat.Json);

    /// <summary>A page of a list, in JSON or as CSV.</summary>
    public static ApiResult List<TPage, TRow>(ResponseFormat format, TPage page, JsonTypeInfo<TPage> type, CsvTable<TRow> table)
        where TPage : IPage<TRow> =>
        (format == ResponseFormat.Csv ? new ApiResult(table.Write(page.Rows), ResponseFormat.Csv) : Json(page, type)) with { Next = page.Next };

    /// <summary>Declares that the response depends only on this view and the reports that it names, so that it is valid until the ledger changes.</summary>
    public ApiResult Of(LedgerView view) => this with { IndexVersion = view.Version, StaleFor = view.StaleFor };

    /// <summary>The same response with a body of its own, if its body is a slice of a larger buffer, which it would keep alive.</summary>
    public ApiResult Trim() => MemoryMarshal.TryGetArray(Body, out var buffer) && buffer.Array!.Length > Body.Length
        ? this with { Bodies = new EncodedBodies(Body.ToArray()) }
        : this;

    /// <summary>Encodes the body as the request wants it, unless the client has it already.</summary>
    /// <returns>Whether it had not been encoded so before.</returns>
    public bool Encode(HttpRequest request)
    {
        var (coding, before) = (Coding(request), Bodies.Size);
        if (coding == ContentCoding.Identity || EntityTags.Holds(request, EntityTags.Encoded(Tag, coding))) return false;
        Bodies.As(coding);
        return Bodies.Size != before;
    }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        var headers = response.Headers;
        headers.CacheControl = CacheControl;
        headers.Vary = !Bodies.AreWorthwhile ? Vary : Vary.Length == 0 ? HeaderNames.AcceptEncoding : $"{Vary}, {HeaderNames.AcceptEncoding}";
        Staleness.Mark(headers, StaleFor);
        if (Next is not null) headers.Link = NextLink.Of(request, Next);
        if (Location is not null) headers.Location = Location;
        // Also on 304: its headers replace those of the stored page, which another policy would stop from loading its style sheet.
        if (ContentSecurityPolicy is not null) headers.ContentSecurityPolicy = ContentSecurityPolicy;

        var coding = Coding(request);
        if (IsTagged && IsRead(request))
        {
            var tag = EntityTags.Encoded(Tag, coding);
            headers.ETag = tag.ToString();
            if (EntityTags.Holds(request, tag))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return Task.CompletedTask;
            }
        }

        response.StatusCode = Status;
        response.ContentType = Format.ContentType();
        var body = Bodies.As(coding);
        response.ContentLength = body.Length;
        if (coding != ContentCoding.Identity) headers.ContentEncoding = coding.Name();
        return response.Body.WriteAsync(body, httpContext.RequestAborted).AsTask();
    }

    private static bool IsRead(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    private ContentCoding Coding(HttpRequest request) =>
        IsRead(request) && Bodies.AreWorthwhile ? ContentCodings.Choose(request) : ContentCoding.Identity;
}
