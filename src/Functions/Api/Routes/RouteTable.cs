using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Azure.Functions.Worker;

namespace DetainerLedger.Functions.Api.Routes;

/// <summary>The routes of this app, as declared by its HTTP triggers.</summary>
public static class RouteTable
{
    private static readonly IReadOnlyList<(RouteTemplate Path, IEnumerable<string> Methods)> Routes =
    [
        .. typeof(RouteTable).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .SelectMany(method => method.GetParameters())
            .Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>())
            .Where(trigger => trigger?.Methods is { Length: > 0 })
            .Select(trigger => (
                TemplateParser.Parse(trigger!.Route!),
                trigger.Methods!.Select(method => method.ToUpperInvariant()))),
    ];

    /// <summary>The methods supported at a path, including <c>OPTIONS</c>; empty if there is no route.</summary>
    /// <param name="path">The path without a leading slash, such as <c>api/weeks/latest</c>.</param>
    public static IReadOnlyList<string> MethodsOf(string? path)
    {
        var methods = Routes.Where(route => Matches(route.Path, path)).SelectMany(route => route.Methods).Distinct().ToList();
        if (methods.Count > 0) methods.Add(HttpMethods.Options);
        return methods;
    }

    // The only constraint of this app's routes is that of the root: a parameter without characters.
    private static bool Matches(RouteTemplate route, string? path)
    {
        var values = new RouteValueDictionary();
        return new TemplateMatcher(route, []).TryMatch(new PathString($"/{path}"), values)
            && route.Parameters.All(parameter => !parameter.InlineConstraints.Any() || values[parameter.Name!] is null or "");
    }
}
