using System.Net;
using Acceptance.App;

namespace Acceptance;

/// <summary><c>docs/openapi.yaml</c> says what the app does, and the app does what it says.</summary>
public sealed class ContractTests(SampleLedger ledger)
{
    // Any text may be looked for.
    private static readonly string[] TakesAnyText = ["q"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_route_is_an_operation_and_every_operation_a_route()
    {
        var routes = from route in AppRoute.All.Concat(AppRoute.Subscriptions)
                     from method in route.Methods
                     where method != "HEAD"
                     select $"{method} {Contract.WithoutNames(route.Template)}";
        var operations = from operation in (await Contract.Read(ledger.App)).Operations
                         select $"{operation.Method} {Contract.WithoutNames(operation.Template)}";

        Assert.Equal(routes.Order(StringComparer.Ordinal), operations.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_operation_is_answered_as_documented_in_each_of_its_formats()
    {
        foreach (var operation in await Read())
            foreach (var (type, _) in Contract.Members(operation.Contract.Resolve(operation.Node["responses"]!["200"]).At("content")))
            {
                if (operation.Template == "reports/{id}/file" && type != "application/pdf") continue;
                foreach (var path in Paths(operation.Template))
                {
                    using var answer = await ledger.App.Get(path, $"Accept: {type}");

                    Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path} is answered {(int)answer.StatusCode}.");
                    Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
                    await operation.Holds(answer);
                    if (answer.Headers.ETag is not { } tag) continue;
                    using var again = await ledger.App.Get(path, $"Accept: {type}", $"If-None-Match: {tag}");
                    Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
                    await operation.Holds(again);
                }
            }
    }

    [Fact]
    public async Task Every_parameter_that_is_documented_is_read_and_refused_where_it_cannot_be_right()
    {
        foreach (var operation in await Read())
            foreach (var parameter in operation.QueryParameters.Select(parameter => parameter.Text("name")!).Except(TakesAnyText))
            {
                using var answer = await ledger.App.Get($"{AppRoute.PathIn(ledger, operation.Template)}?{parameter}=~");

                Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.BadRequest, HttpStatusCode.NotFound });
                Assert.Equal(parameter, (await answer.Problem(answer.StatusCode)).Text("parameter"));
                await operation.Holds(answer);
            }
    }

    [Fact]
    public async Task Every_name_of_nothing_is_refused_as_documented()
    {
        foreach (var operation in (await Read()).Where(operation => operation.Template.Contains('{', StringComparison.Ordinal)))
        {
            using var answer = await ledger.App.Get(AppRoute.Path(operation.Template, _ => "~"));

            Assert.False(answer.IsSuccessStatusCode);
            await operation.Holds(answer);
        }
    }

    [Fact]
    public async Task Every_list_that_is_to_be_had_as_nothing_else_refuses_as_documented()
    {
        foreach (var operation in (await Read()).Where(operation => operation.Node["responses"]!["406"] is not null))
        {
            using var answer = await ledger.App.Get(AppRoute.PathIn(ledger, operation.Template), "Accept: image/png");

            Assert.Equal(HttpStatusCode.NotAcceptable, answer.StatusCode);
            await operation.Holds(answer);
        }
    }

    [Fact]
    public async Task An_upload_is_answered_as_documented_whatever_is_wrong_with_it()
    {
        var upload = Assert.Single((await Contract.Read(ledger.App)).Operations, operation => operation.Method == "POST" && operation.Template == "reports");
        using var form = new MultipartFormDataContent { { new ByteArrayContent("%PDF-1.7"u8.ToArray()), "file", "a.pdf" } };
        var same = Samples.Bytes(Samples.ReportOf(Samples.FirstWeek));

        var answers = new[]
        {
            await ledger.App.Post("name=a.pdf", new ByteArrayContent([]), key: null),
            await ledger.App.Post("", new ByteArrayContent(same)),
            await ledger.App.Post("name=a.pdf", form),
        };

        foreach (var answer in answers)
        {
            Assert.False(answer.IsSuccessStatusCode);
            await upload.Holds(answer);
            answer.Dispose();
        }
    }

    [Fact]
    public async Task A_key_that_is_not_documented_is_found()
    {
        var contract = await Contract.Read(ledger.App);
        var answer = contract.Operations.First(operation => operation.Template == "weeks").Node["responses"]!["200"]!;
        var schema = answer["content"]!["application/json"]!["schema"]!;
        var weeks = await ledger.App.Read("/api/weeks");
        Assert.Empty(await contract.Complaints(schema, weeks.ToJsonString()));

        weeks["weeks"]![0]!["rate"] = 0.5;

        Assert.NotEmpty(await contract.Complaints(schema, weeks.ToJsonString()));
    }

    [Fact]
    public async Task The_page_shows_the_contract_and_loads_nothing_from_elsewhere()
    {
        using var page = await ledger.App.Get("/api/docs");
        using var script = await ledger.App.Get("/api/docs/scalar.js", "Accept-Encoding: gzip");
        using var plain = await ledger.App.Get("/api/docs/scalar.js");
        var html = await page.Content.ReadAsStringAsync(Cancellation);
        var policy = page.Header("Content-Security-Policy")!;

        Assert.Contains("/api/openapi.json", html, StringComparison.Ordinal);
        Assert.DoesNotContain("http", html, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-eval", policy, StringComparison.Ordinal);
        Assert.DoesNotMatch("script-src[^;]*unsafe-inline", policy);
        Assert.Equal("gzip", Assert.Single(script.Content.Headers.ContentEncoding));
        Assert.NotEqual(script.Headers.ETag, plain.Headers.ETag);
        Assert.Contains("createApiReference", await plain.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<Operation>> Read() => [.. (await Contract.Read(ledger.App)).Operations
        .Where(operation => operation.Method == "GET" && !operation.Template.StartsWith("subscriptions", StringComparison.Ordinal))];

    // Of each week, since each has what the others lack: corrections, notices, a week before.
    private IEnumerable<string> Paths(string template) => template.Contains("{week}", StringComparison.Ordinal)
        ? Samples.Weeks.Append("latest").Select(week => AppRoute.Path(template, name => name == "revision" ? "1" : week))
        : [AppRoute.PathIn(ledger, template)];
}
