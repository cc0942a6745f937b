using DetainerLedger.Functions.Api.Results;
using DetainerLedger.Functions.Api.Routes;
using Microsoft.AspNetCore.Http;

namespace DetainerLedger.Functions.Tests.Routes;

public sealed class UnroutedTests
{
    private static readonly Unrouted WithPage = new(new Page());

    [Theory]
    [InlineData("api/nothing")]
    [InlineData("API/nothing")]
    [InlineData("api")]
    public async Task Nothing_in_the_API_is_a_problem(string path) =>
        Assert.Same(Problems.NoSuchRoute, await WithPage.Run(Requests.Get($"/{path}"), path));

    [Theory]
    [InlineData("nothing")]
    [InlineData("apiary")]
    [InlineData(null)]
    public async Task Nothing_elsewhere_is_a_page(string? path)
    {
        Assert.IsType<ApiResult>(await WithPage.Run(Requests.Get($"/{path}"), path));
        Assert.Same(Problems.NoSuchRoute, await new Unrouted().Run(Requests.Get($"/{path}"), path));
    }

    [Fact]
    public async Task Who_writes_to_nothing_gets_a_problem() =>
        Assert.Same(Problems.NoSuchRoute, await WithPage.Run(Requests.Post("/nothing", [1]), "nothing"));

    [Fact]
    public async Task A_method_that_a_path_does_not_have_is_a_problem_everywhere() =>
        Assert.Equal(405, Assert.IsType<Problem>(await WithPage.Run(Requests.Post("/api/weeks", [1]), "api/weeks")).Status);

    private sealed class Page : INotFoundPage
    {
        public Task<IResult> Of(HttpRequest request) =>
            Task.FromResult<IResult>(new ApiResult("Nothing."u8.ToArray(), ResponseFormat.Html) { Status = 404 });
    }
}
