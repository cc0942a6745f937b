using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DetainerLedger.History;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace DetainerLedger.Functions.Api.Results;

/// <summary>
/// A response that is complete before it is sent: a failure while it is generated still becomes a proper error, and its entity
/// tag is computed from its bytes. A client that already has it gets 304.
/// </summary>
/// <param name="Body">The complete body.</param>
public sealed record ApiResult(ReadOnlyMemory<byte> Body, ResponseFormat Format) : IResult
{
    public int Status { get; init; } = StatusCodes.Status200OK;

    /// <summary>One of <see cref="Caching"/>.</summary>
    public string CacheControl { get; init; } = Caching.Moving;

    /// <summary>The path of the <c>Location</c> header, for 202.</summary>
    public string? Location { get; init; }

    /// <summary>The cursor of the next page.</summary>
    public string? Next { get; init; }

    /// <summary>The encoding of the body, such as <c>gzip</c>, if it is already encoded. The client must accept it.</summary>
    public string? ContentEncoding { get; init; }

    /// <summary>The request headers that the response depends on.</summary>
    public string Vary { get; init; } = HeaderNames.Accept;

    /// <summary>The version of the index, if the response depends on nothing that changes without it; null otherwise.</summary>
    public string? IndexVersion { get; init; }

    /// <summary>For HTML.</summary>
    public string? ContentSecurityPolicy { get; init; }

    private EntityTagHeaderValue Tag => field ??= EntityTags.Of(Body.Span);

    public static ApiResult Json<T>(T value, JsonTypeInfo<T> type) => new(JsonSerializer.SerializeToUtf8Bytes(value, type), ResponseFormat.Json);

    /// <summary>A page of a list, in JSON or as CSV.</summary>
    public static ApiResult List<TPage, TRow>(ResponseFormat format, TPage page, JsonTypeInfo<TPage> type, CsvTable<TRow> table)
        where TPage : IPage<TRow> =>
        (format == ResponseFormat.Csv ? new ApiResult(table.Write(page.Rows), ResponseFormat.Csv) : Json(page, type)) with { Next = page.Next };

    /// <summary>Declares that the response depends only on this view and the reports that it names, so that it is valid until the ledger changes.</summary>
    public ApiResult Of(LedgerView view) => this with { IndexVersion = view.Version };

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        var headers = response.Headers;
        headers.CacheControl = CacheControl;
        headers.Vary = Vary;
        if (Next is not null) headers.Link = NextLink.Of(request, Next);
        if (Location is not null) headers.Location = Location;
        // Also on 304: its headers replace those of the stored page, which another policy would stop from loading its style sheet.
        if (ContentSecurityPolicy is not null) headers.ContentSecurityPolicy = ContentSecurityPolicy;

        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        {
            headers.ETag = Tag.ToString();
            if (EntityTags.Holds(request, Tag))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return Task.CompletedTask;
            }
        }

        response.StatusCode = Status;
        response.ContentType = Format.ContentType();
        response.ContentLength = Body.Length;
        if (ContentEncoding is not null) headers.ContentEncoding = ContentEncoding;
        return response.Body.WriteAsync(Body, httpContext.RequestAborted).AsTask();
    }
}
