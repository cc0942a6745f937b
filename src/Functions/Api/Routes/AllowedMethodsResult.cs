using Microsoft.AspNetCore.Http;

namespace DetainerLedger.Functions.Api.Routes;

/// <summary>
/// The methods allowed at a path. Scripts of other sites may only read: a preflight for a writing method is answered without that
/// method, so that the browser blocks the request.
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
