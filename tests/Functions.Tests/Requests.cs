using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace DetainerLedger.Functions.Tests;

/// <summary>Requests that never saw a network, and answers as they would go out.</summary>
internal static class Requests
{
    public static HttpRequest Get(string pathAndQuery, params (string Name, string Value)[] headers)
    {
        var context = new DefaultHttpContext();
        var question = pathAndQuery.IndexOf('?', StringComparison.Ordinal);
        context.Request.Method = "GET";
        context.Request.Path = question < 0 ? pathAndQuery : pathAndQuery[..question];
        context.Request.QueryString = question < 0 ? default : new QueryString(pathAndQuery[question..]);
        foreach (var (name, value) in headers) context.Request.Headers.Append(name, value);
        return context.Request;
    }

    public static HttpRequest Post(string pathAndQuery, byte[] body, params (string Name, string Value)[] headers)
    {
        var request = Get(pathAndQuery, headers);
        request.Method = "POST";
        request.Body = new MemoryStream(body);
        return request;
    }

    public static async Task<Sent> Send(this IResult result, HttpRequest? request = null)
    {
        var context = (request ?? Get("/api")).HttpContext;
        var body = new MemoryStream();
        context.Response.Body = body;
        await result.ExecuteAsync(context);
        return new Sent(context.Response, body.ToArray());
    }
}

internal sealed record Sent(HttpResponse Response, byte[] Bytes)
{
    public int Status => Response.StatusCode;

    public string Text => Encoding.UTF8.GetString(Bytes);

    public JsonElement Json => JsonDocument.Parse(Bytes).RootElement;

    public string? Header(string name) => Response.Headers.TryGetValue(name, out var values) ? values.ToString() : null;
}
