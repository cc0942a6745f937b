using DetainerLedger.Functions.Api.Results;
using DetainerLedger.Functions.Api.Routes;

namespace DetainerLedger.Functions.Tests.Routes;

/// <summary>Outside the API the same problems become pages: see <see cref="Web.SitePageTests"/>.</summary>
public sealed class UnroutedTests
{
    [Theory]
    [InlineData("api/nothing")]
    [InlineData("API/nothing")]
    [InlineData("api")]
    [InlineData("nothing")]
    public void A_path_of_nothing_is_not_found(string path) =>
        Assert.Same(Problems.NoSuchRoute, Unrouted.Run(Requests.Get($"/{path}"), path));

    [Fact]
    public void A_method_that_a_path_does_not_have_is_a_problem_everywhere() =>
        Assert.Equal(405, Assert.IsType<Problem>(Unrouted.Run(Requests.Post("/weeks", [1]), "weeks")).Status);
}
