using System.Net;
using Acceptance.App;

namespace Acceptance;

/// <summary>What holds for every route, whichever there are.</summary>
public sealed class RouteTests(SampleLedger ledger)
{
    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"];

    public static TheoryData<string> All { get; } = [.. AppRoute.All.Select(route => route.Template).Distinct()];

    private static readonly string[] Hostile =
    [
        "Doña%20Ana", "%F0%9F%92%A5", "%E2%80%AE", "%ff", "%25", "a%2Fb", "..%2F..%2Fhost.json", "a%0d%0ab", "'%3B--",
        new string('x', 3000),
    ];

    public static TheoryData<string, string> HostileNames { get; } =
        new(from template in AppRoute.WithNames from name in Hostile select (template.Data, name));

    [Theory]
    [MemberData(nameof(AppRoute.ThatAreRead), MemberType = typeof(AppRoute))]
    public async Task HEAD_is_answered_as_GET_is_without_the_body(string template)
    {
        var path = AppRoute.PathIn(ledger, template);

        using var get = await Send("GET", path);
        using var head = await Send("HEAD", path);

        Assert.Equal(HttpStatusCode.OK, get.StatusCode);
        Assert.Equal(get.StatusCode, head.StatusCode);
        Assert.Equal(get.Headers.ETag, head.Headers.ETag);
        Assert.Equal(get.Headers.CacheControl, head.Headers.CacheControl);
        Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [MemberData(nameof(AppRoute.ThatAreRead), MemberType = typeof(AppRoute))]
    public async Task Reading_is_allowed_for_scripts_of_any_site_and_responses_run_no_script(string template)
    {
        using var answer = await ledger.App.Get(AppRoute.PathIn(ledger, template), "Origin: https://example.org");

        Assert.Equal("*", answer.Header("Access-Control-Allow-Origin"));
        foreach (var name in new[] { "ETag", "Location", "Link" })
            Assert.Contains(name, answer.Header("Access-Control-Expose-Headers")!.Split(", "));
        IsSafe(answer);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_method_that_there_is_not_is_405_and_names_those_that_there_are(string template)
    {
        var there = AppRoute.All.Where(route => route.Template == template).SelectMany(route => route.Methods).Append("OPTIONS").ToList();
        foreach (var method in Methods.Except(there))
        {
            using var answer = await Send(method, AppRoute.PathIn(ledger, template));

            if (method == "HEAD") Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
            else Assert.Equal("method-not-allowed", (await answer.Problem(HttpStatusCode.MethodNotAllowed)).Text("code"));
            Assert.Equal(there.Order(), answer.Content.Headers.Allow.Order());
            IsSafe(answer);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_browser_that_asks_first_may_read_and_not_write(string template)
    {
        using var answer = await Send("OPTIONS", AppRoute.PathIn(ledger, template),
            "Origin: https://example.org", "Access-Control-Request-Method: POST", "Access-Control-Request-Headers: if-none-match");

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal("*", answer.Header("Access-Control-Allow-Origin"));
        foreach (var method in new[] { "POST", "PUT" })
            Assert.DoesNotContain(method, answer.Header("Access-Control-Allow-Methods"), StringComparison.Ordinal);
        Assert.Contains("If-None-Match", answer.Header("Access-Control-Allow-Headers"), StringComparison.Ordinal);
        Assert.DoesNotContain("x-functions-key", answer.Header("Access-Control-Allow-Headers"), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task What_is_written_is_shown_to_no_script_of_another_site()
    {
        using var answer = await ledger.App.Post("name=a.pdf", new ByteArrayContent([]));

        Assert.Null(answer.Header("Access-Control-Allow-Origin"));
    }

    [Theory]
    [MemberData(nameof(HostileNames))]
    public async Task A_name_of_nothing_is_a_problem_whatever_letters_it_has(string template, string name)
    {
        using var answer = await ledger.App.Get(AppRoute.Path(template, _ => name));

        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.BadRequest, HttpStatusCode.NotFound });
        await answer.Problem(answer.StatusCode);
        IsSafe(answer);
    }

    [Theory]
    [InlineData("GET", "/api")]
    [InlineData("DELETE", "/api/nothing")]
    [InlineData("OPTIONS", "/api/nothing/at/all")]
    [InlineData("POST", "/api/weeks/2017-02-04/nothing")]
    public async Task A_path_that_there_is_not_is_404_by_any_method(string method, string path)
    {
        using var answer = await Send(method, path);

        Assert.Equal("not-found", (await answer.Problem(HttpStatusCode.NotFound)).Text("code"));
        IsSafe(answer);
    }

    private static void IsSafe(HttpResponseMessage answer)
    {
        Assert.Equal("nosniff", answer.Header("X-Content-Type-Options"));
        Assert.Equal("no-referrer", answer.Header("Referrer-Policy"));
        Assert.Equal("DENY", answer.Header("X-Frame-Options"));
        Assert.StartsWith("default-src 'none'", answer.Header("Content-Security-Policy"), StringComparison.Ordinal);
        if (!answer.IsSuccessStatusCode) Assert.Equal("no-store", answer.Header("Cache-Control"));
    }

    private Task<HttpResponseMessage> Send(string method, string path, params string[] headers) => ledger.App.Send(method, path, headers);
}
