using Microsoft.AspNetCore.Http;

namespace DetainerLedger.Functions.Api.Routes;

/// <summary>
/// What may be done at a path. The scripts of other sites may read: what they ask before they write is answered without the
/// method, so that the browser doesn't let them.
/// </summary>
public sealed class AllowedMethodsResult(IReadOnlyList<string> allowed) : IResult
{
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(1);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var headers = httpContext.Response.Headers;
        headers.Allow = string.Join(", ", allowed);
        headers.AccessControlAllowMethods = string.Join(", ", allowed.Where(IsReading));
        headers.AccessControlAllowHeaders = "Accept, If-None-Match";
        headers.AccessControlMaxAge = $"{Remembered.TotalSeconds}";
        httpContext.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private static bool IsReading(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);
}
