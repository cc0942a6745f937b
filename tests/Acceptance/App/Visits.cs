using System.Net;
using System.Text.Json.Nodes;

namespace Acceptance.App;

/// <summary>What a client does with the app.</summary>
public static class Visits
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    // Reading a sample takes a second or two; with other tests on few cores, some more.
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(120);

    /// <param name="headers">As <c>Accept: text/csv</c>.</param>
    public static Task<HttpResponseMessage> Get(this TheApp app, string path, params string[] headers) => app.Send("GET", path, headers);

    /// <param name="headers">As <c>Accept: text/csv</c>.</param>
    public static async Task<HttpResponseMessage> Send(this TheApp app, string method, string path, params string[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        foreach (var header in headers.Select(header => header.Split(": ", 2)))
            request.Headers.TryAddWithoutValidation(header[0], header[1]);
        return await app.Http.SendAsync(request);
    }

    /// <returns>Null when the answer doesn't have it.</returns>
    public static string? Header(this HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;

    /// <summary>An answer that must be 200 and JSON.</summary>
    public static async Task<JsonNode> Read(this TheApp app, string path)
    {
        using var answer = await app.Get(path);
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path} is answered {(int)answer.StatusCode}: {body}");
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        return JsonNode.Parse(body)!;
    }

    /// <summary>An answer that must be 200, as text.</summary>
    public static async Task<string> ReadText(this TheApp app, string path, params string[] headers)
    {
        using var answer = await app.Get(path, headers);
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path} is answered {(int)answer.StatusCode}: {body}");
        return body;
    }

    /// <summary>Every page of a list, one after the other.</summary>
    public static async Task<IReadOnlyList<JsonNode>> ReadPages(this TheApp app, string path, string list, int limit)
    {
        var separator = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        var rows = new List<JsonNode>();
        string? next = null;
        do
        {
            var cursor = next is null ? "" : $"&cursor={Uri.EscapeDataString(next)}";
            var page = await app.Read($"{path}{separator}limit={limit}{cursor}");
            next = page.Text("next");
            var found = page.Rows(list);
            Assert.True(found.Count == limit || (next is null && found.Count < limit), $"A page of {path} has {found.Count} rows.");
            rows.AddRange(found);
        }
        while (next is not null);
        return rows;
    }

    /// <summary>An error that must have the one shape that all errors have.</summary>
    /// <returns>It.</returns>
    public static async Task<JsonNode> Problem(this HttpResponseMessage answer, HttpStatusCode status)
    {
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == status, $"Answered {(int)answer.StatusCode}, not {(int)status}: {body}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = JsonNode.Parse(body)!;
        Assert.Equal("no-store", answer.Header("Cache-Control"));
        Assert.Equal((int)status, problem.Number("status"));
        foreach (var words in new[] { "type", "title", "detail", "code" })
            Assert.False(string.IsNullOrWhiteSpace(problem.Text(words)), words);
        Assert.Matches("^[a-z]+(-[a-z]+)*$", problem.Text("code"));
        // A stack trace begins its lines so.
        Assert.DoesNotContain("   at ", body, StringComparison.Ordinal);
        return problem;
    }

    public static async Task<JsonNode> ReadProblem(this TheApp app, string path, HttpStatusCode status)
    {
        using var answer = await app.Get(path);
        return await answer.Problem(status);
    }

    /// <summary>Asks again until the answer is there and as wanted.</summary>
    public static async Task<JsonNode> Await(this TheApp app, string path, Func<JsonNode, bool> wanted)
    {
        using var timeout = new CancellationTokenSource(Timeout);
        while (true)
        {
            using var response = await app.Get(path);
            var answer = await response.Content.ReadAsStringAsync();
            if (response.StatusCode == HttpStatusCode.OK && JsonNode.Parse(answer)! is var found && wanted(found)) return found;
            Assert.True(response.StatusCode is HttpStatusCode.OK or HttpStatusCode.NotFound, $"{path} is answered {(int)response.StatusCode}: {answer}");
            Assert.False(timeout.IsCancellationRequested, $"{path} was still {answer} after {Timeout}. The app printed:\n{app.Output}");
            await Task.Delay(Pause);
        }
    }
}
