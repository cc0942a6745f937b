using System.Reflection;
using DetainerLedger.Functions.Api.Routes;
using Microsoft.Azure.Functions.Worker;

namespace DetainerLedger.Functions.Tests.Routes;

public sealed class RouteTableTests
{
    [Theory]
    [InlineData("api/weeks/latest", "GET", "HEAD", "OPTIONS")]
    [InlineData("api/Weeks/latest/", "GET", "HEAD", "OPTIONS")]
    [InlineData("api/reports", "GET", "HEAD", "POST", "OPTIONS")]
    [InlineData("api/weeks/2017-02-04/revisions/1/released", "PUT", "OPTIONS")]
    [InlineData("api/weeks/2017-02-04/revisions/1/reading", "PUT", "OPTIONS")]
    [InlineData("", "GET", "HEAD", "OPTIONS")]
    [InlineData(null, "GET", "HEAD", "OPTIONS")]
    [InlineData("weeks/2017-02-04", "GET", "HEAD", "OPTIONS")]
    [InlineData("nothing")]
    [InlineData("api")]
    public void Finds_the_methods_of_a_path(string? path, params string[] methods) =>
        Assert.Equal(methods.Order(), RouteTable.MethodsOf(path).Order());

    [Fact]
    public void What_takes_all_the_rest_is_the_last_by_name_as_the_Functions_host_looks_for_it()
    {
        var names = typeof(Unrouted).Assembly.GetTypes().SelectMany(type => type.GetMethods())
            .Where(method => method.GetParameters().Any(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>() is not null))
            .Select(method => method.GetCustomAttribute<FunctionAttribute>()!.Name);

        Assert.Equal(nameof(Unrouted), names.Max(StringComparer.OrdinalIgnoreCase));
    }
}
