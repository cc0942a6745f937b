using DetainerLedger.Functions.Api.Results;
using DetainerLedger.Ingest;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace DetainerLedger.Functions.Api.Reports;

/// <summary>Streams a file as a download. It is never displayed in the browser, since its content isn't trusted.</summary>
public sealed class ArchivedFileResult(Arrival arrival, Stream content) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        await using var file = content;
        var response = httpContext.Response;
        var headers = response.Headers;
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        // The format isn't known until the file has been read: the bytes don't change, but the headers will.
        headers.CacheControl = arrival.State is ArrivalState.Received ? Caching.Moving : Caching.Immutable;
        if (arrival.Sha256 is { } sha256)
        {
            var tag = EntityTags.OfHash(sha256);
            headers.ETag = tag.ToString();
            if (EntityTags.Holds(httpContext.Request, tag))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }
        }

        response.ContentType = ContentType(arrival.Format);
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(arrival.Name);
        headers.ContentDisposition = disposition.ToString();
        if (file.CanSeek) response.ContentLength = file.Length - file.Position;
        if (!HttpMethods.IsHead(httpContext.Request.Method)) await file.CopyToAsync(response.Body, httpContext.RequestAborted);
    }

    private static string ContentType(string? format) => format switch
    {
        "pdf" => "application/pdf",
        "json" => "application/json",
        "csv" => "text/csv",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => "application/octet-stream",
    };
}
