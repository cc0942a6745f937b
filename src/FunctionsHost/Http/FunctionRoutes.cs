using FunctionsHost.Rpc;
using Microsoft.AspNetCore.Routing.Constraints;
using RouteData = Microsoft.AspNetCore.Routing.RouteData;

namespace FunctionsHost.Http;

/// <summary>
/// The routes of HTTP functions, in the order of the functions' names: the first match takes the request, even if another one is more
/// specific, and a wrong method is not found. ASP.NET Core's older router, which the real host uses, works like that.
/// </summary>
internal sealed class FunctionRoutes(FunctionKeys keys, DisabledFunctions disabled, RequestForwarder forwarder)
{
    /// <exception cref="StartException">A route is invalid, reserved or already used by another function.</exception>
    public IRouter Build(IApplicationBuilder app, IReadOnlyList<FunctionMetadata> functions, string prefix)
    {
        var routes = new RouteBuilder(app);
        var constraints = app.ApplicationServices.GetRequiredService<IInlineConstraintResolver>();
        var conflicts = new RouteConflicts();
        foreach (var function in functions.Where(function => function.TriggerType == "httptrigger").OrderBy(function => function.Name, StringComparer.OrdinalIgnoreCase))
        {
            var template = $"{prefix}/{function.Text("route") ?? function.Name}".Trim('/');
            var methods = Methods(function);
            conflicts.Check(function.Name, template, methods);
            var byMethod = new RouteValueDictionary();
            if (methods.Length > 0) byMethod["httpMethod"] = new HttpMethodRouteConstraint(methods);
            try
            {
                routes.Routes.Add(new Route(new RouteHandler(context => Run(context, function)), function.Name, template, null, byMethod!, null, constraints));
            }
            catch (Exception failure) when (failure is RouteCreationException or ArgumentException)
            {
                throw new StartException($"The route of {function.Name} can't be used: {StartException.Explain(failure)}", failure);
            }
        }

        return routes.Build();
    }

    private Task Run(HttpContext context, FunctionMetadata function)
    {
        if (!keys.Opens(context.Request, function.Name, function.Text("authLevel")))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        }

        if (disabled.Contains(function.Name) && !keys.IsMaster(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        return forwarder.Run(context, function, (context.GetRouteData() ?? new RouteData()).Values);
    }

    private static string[] Methods(FunctionMetadata function) =>
        function.Trigger.TryGetProperty("methods", out var methods) && methods.ValueKind == System.Text.Json.JsonValueKind.Array
            ? [.. methods.EnumerateArray().Select(method => method.GetString()!.ToUpperInvariant()).Distinct()]
            : [];
}
