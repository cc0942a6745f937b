using DetainerLedger.Functions.Api.Results;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace DetainerLedger.Functions.Api.Export;

/// <summary>
/// Streams a file while it is generated, since it may not fit into memory. A failure aborts the response, so that no client
/// mistakes a partial file for a complete one.
/// </summary>
public sealed class ExportResult(
    ExportSource source, string fileName, string contentType, Func<Stream, CancellationToken, Task> write) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        var tag = source.TagOf(fileName);
        response.Headers.ETag = tag.ToString();
        response.Headers.CacheControl = Caching.Moving;
        Staleness.Mark(response.Headers, source.View.StaleFor);
        if (EntityTags.Holds(request, tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = contentType;
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = fileName }.ToString();
        if (HttpMethods.IsHead(request.Method)) return;
        await using var body = new PipedBody(response.BodyWriter);
        await write(body, httpContext.RequestAborted);
        await body.FlushAsync(httpContext.RequestAborted);
    }
}
