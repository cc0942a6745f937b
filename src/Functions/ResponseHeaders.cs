using DetainerLedger.Functions.Api.Results;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Net.Http.Headers;

namespace DetainerLedger.Functions;

/// <summary>
/// The security headers of every response: scripts of any site may read but not write, the content type is never sniffed, and
/// nothing in a response may run. A page sets its own policy for what it may load.
/// </summary>
public sealed class ResponseHeaders : IFunctionsWorkerMiddleware
{
    public const string NothingLoads = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly string Exposed =
        string.Join(", ", HeaderNames.ETag, HeaderNames.Location, HeaderNames.Link, HeaderNames.Age, Staleness.Header, FailureBoundary.CorrelationHeader);

    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is { } http) Set(http.Request.Method, http.Response.Headers);
        return next(context);
    }

    private static void Set(string method, IHeaderDictionary headers)
    {
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers.ContentSecurityPolicy = NothingLoads;
        if (!IsReading(method)) return;
        headers.AccessControlAllowOrigin = "*";
        headers.AccessControlExposeHeaders = Exposed;
    }

    private static bool IsReading(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);
}
