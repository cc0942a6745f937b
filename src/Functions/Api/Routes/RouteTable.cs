using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Azure.Functions.Worker;

namespace DetainerLedger.Functions.Api.Routes;

/// <summary>What the functions of this app answer, as their triggers declare it.</summary>
public static class RouteTable
{
    private static readonly IReadOnlyList<(TemplateMatcher Path, IEnumerable<string> Methods)> Routes =
    [
        .. typeof(RouteTable).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .SelectMany(method => method.GetParameters())
            .Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>())
            .Where(trigger => trigger?.Methods is { Length: > 0 })
            .Select(trigger => (
                new TemplateMatcher(TemplateParser.Parse(trigger!.Route!), []),
                trigger.Methods!.Select(method => method.ToUpperInvariant()))),
    ];

    /// <summary>The methods that are answered at a path, <c>OPTIONS</c> among them; empty where there is no route.</summary>
    /// <param name="path">Behind the prefix, as <c>weeks/latest</c>.</param>
    public static IReadOnlyList<string> MethodsOf(string? path)
    {
        var methods = Routes.Where(route => route.Path.TryMatch(new PathString($"/{path}"), new RouteValueDictionary()))
            .SelectMany(route => route.Methods).Distinct().ToList();
        if (methods.Count > 0) methods.Add(HttpMethods.Options);
        return methods;
    }
}
