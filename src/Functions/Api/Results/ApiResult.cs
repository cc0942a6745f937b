using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DetainerLedger.History;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace DetainerLedger.Functions.Api.Results;

/// <summary>
/// An answer that is complete before it is sent: what fails while it is made still becomes a proper error,
/// and its tag comes from its bytes. A client that holds it already gets 304.
/// </summary>
/// <param name="Body">All of it.</param>
public sealed record ApiResult(ReadOnlyMemory<byte> Body, ResponseFormat Format) : IResult
{
    public int Status { get; init; } = StatusCodes.Status200OK;

    /// <summary>One of <see cref="Caching"/>.</summary>
    public string CacheControl { get; init; } = Caching.Moving;

    /// <summary>A path, for 202.</summary>
    public string? Location { get; init; }

    /// <summary>The cursor of the next page.</summary>
    public string? Next { get; init; }

    /// <summary>As <c>gzip</c>, when the body is encoded already; the client has to accept it.</summary>
    public string? ContentEncoding { get; init; }

    /// <summary>The headers of a request that the answer depends on.</summary>
    public string Vary { get; init; } = HeaderNames.Accept;

    /// <summary>The index that it is made of, and of nothing that moves without it; null for any other.</summary>
    public string? IndexVersion { get; init; }

    /// <summary>For HTML.</summary>
    public string? ContentSecurityPolicy { get; init; }

    private EntityTagHeaderValue Tag => field ??= EntityTags.Of(Body.Span);

    public static ApiResult Json<T>(T value, JsonTypeInfo<T> type) => new(JsonSerializer.SerializeToUtf8Bytes(value, type), ResponseFormat.Json);

    /// <summary>A page of a list, in JSON or as CSV.</summary>
    public static ApiResult List<TPage, TRow>(ResponseFormat format, TPage page, JsonTypeInfo<TPage> type, CsvTable<TRow> table)
        where TPage : IPage<TRow> =>
        (format == ResponseFormat.Csv ? new ApiResult(table.Write(page.Rows), ResponseFormat.Csv) : Json(page, type)) with { Next = page.Next };

    /// <summary>Says that it is made of this view and of the reports that it names, so that it holds until the ledger moves on.</summary>
    public ApiResult Of(LedgerView view) => this with { IndexVersion = view.Version };

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        var headers = response.Headers;
        headers.CacheControl = CacheControl;
        headers.Vary = Vary;
        if (Next is not null) headers.Link = NextLink.Of(request, Next);
        if (Location is not null) headers.Location = Location;

        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        {
            headers.ETag = Tag.ToString();
            if (EntityTags.Holds(request, Tag))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return Task.CompletedTask;
            }
        }

        if (ContentSecurityPolicy is not null) headers.ContentSecurityPolicy = ContentSecurityPolicy;
        response.StatusCode = Status;
        response.ContentType = Format.ContentType();
        response.ContentLength = Body.Length;
        if (ContentEncoding is not null) headers.ContentEncoding = ContentEncoding;
        return response.Body.WriteAsync(Body, httpContext.RequestAborted).AsTask();
    }
}
