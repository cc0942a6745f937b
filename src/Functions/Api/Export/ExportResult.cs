using DetainerLedger.Functions.Api.Results;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace DetainerLedger.Functions.Api.Export;

/// <summary>
/// A file that is sent while it is made, since all of it may not fit into memory. What fails underway breaks the answer off,
/// so that no client takes a part for the whole.
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
