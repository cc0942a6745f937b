using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace DetainerLedger.Functions.Api.Results;

/// <summary>What every error looks like (RFC 9457). Clients tell them apart by the code, which stays; the words may be improved.</summary>
/// <param name="Detail">What is wrong and what can be done. It repeats nothing of the request.</param>
/// <param name="Parameter">The parameter, header or part of the path that is wrong; null when it is none of them.</param>
public sealed record Problem(string Title, int Status, string Detail, string Code, string? Parameter = null) : IResult
{
    public const string MediaType = "application/problem+json";

    [JsonPropertyOrder(-1)]
    public string Type => $"urn:detainer-ledger:problem:{Code}";

    /// <summary>The methods that there are at the path, for 405.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Allow { get; init; } = [];

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        response.ContentType = MediaType;
        response.Headers.CacheControl = Caching.None;
        if (Allow.Count > 0) response.Headers.Allow = string.Join(", ", Allow);
        var body = JsonSerializer.SerializeToUtf8Bytes(this, ApiJson.Web.Problem);
        response.ContentLength = body.Length;
        return response.Body.WriteAsync(body, httpContext.RequestAborted).AsTask();
    }
}
