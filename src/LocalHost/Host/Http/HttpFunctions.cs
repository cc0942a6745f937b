using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LocalHost.Host.Http;

/// <summary>Serves the functions that are triggered by HTTP.</summary>
internal sealed partial class HttpFunctions(
    FunctionCatalog functions, FunctionInvoker invoker, HostFile host, Keys keys, BodyLimit bodies, ILogger<HttpFunctions> log)
{
    private static readonly string[] Reserved = ["admin", "runtime"];
    private static readonly string[] AllMethods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];

    public static string Template(HostFile host, FunctionDescriptor function, HttpTriggerAttribute trigger)
    {
        var route = string.IsNullOrWhiteSpace(trigger.Route) ? function.Name : trigger.Route.Trim('/');
        // The Functions host compares letters, not segments: it refuses `administration` too.
        if (Reserved.Any(reserved => route.StartsWith(reserved, StringComparison.OrdinalIgnoreCase)))
            throw new InvalidFunctionException($"The route of {function.Name} is `{route}`: it may not begin with {string.Join(" or ", Reserved)}.");
        return host.RoutePrefix.Length == 0 ? $"/{route}" : $"/{host.RoutePrefix}/{route}";
    }

    public static IReadOnlyList<string> Methods(HttpTriggerAttribute trigger) =>
        trigger.Methods is { Length: > 0 } methods ? [.. methods.Select(method => method.ToUpperInvariant())] : AllMethods;

    public void Map(WebApplication app)
    {
        RouteConflicts.Refuse(functions, host);
        var policies = app.Services.GetRequiredService<ParameterPolicyFactory>();
        // As the Functions host: of the routes that fit, the function that is first by its name has it, however special another's route.
        foreach (var (order, (function, trigger)) in functions.With<HttpTriggerAttribute>().Index())
        {
            var template = Template(host, function, trigger);
            try
            {
                // Routing would find a constraint that it doesn't know at the first request only, and fail all of them.
                foreach (var parameter in RoutePatternFactory.Parse(template).Parameters)
                    foreach (var policy in parameter.ParameterPolicies) policies.Create(parameter, policy);
                RequestDelegate serve = http => Serve(function, trigger, http);
                var mapped = trigger.Methods is { Length: > 0 } ? app.MapMethods(template, Methods(trigger), serve) : app.Map(template, serve);
                mapped.WithOrder(order + 1);
            }
            catch (Exception failure) when (failure is RoutePatternException or RouteCreationException or InvalidOperationException)
            {
                throw new InvalidFunctionException($"The route of {function.Name} is `{trigger.Route}`: {failure.Message}");
            }
        }
    }

    private async Task Serve(FunctionDescriptor function, HttpTriggerAttribute trigger, HttpContext http)
    {
        if (!keys.Opens(http.Request, trigger.AuthLevel))
        {
            await HostProblems.Unauthorized(http);
            return;
        }

        if (http.Request.ContentLength > bodies.Limit)
        {
            await HostProblems.TooLarge(http, bodies.Limit);
            return;
        }

        try
        {
            await invoker.Invoke(function, Values(function, http), http, http.RequestAborted);
        }
        catch (Exception failure) when (!http.RequestAborted.IsCancellationRequested)
        {
            Failed(function.Name, failure);
            // Once an answer has begun, all that is left is to break it off.
            if (http.Response.HasStarted) http.Abort();
            else await HostProblems.Failed(http);
        }
    }

    private static Dictionary<string, object?> Values(FunctionDescriptor function, HttpContext http)
    {
        var values = http.Request.RouteValues.ToDictionary(
            value => value.Key, object? (value) => value.Value?.ToString(), StringComparer.OrdinalIgnoreCase);
        values[function.Bound.Name!] = http.Request;
        // As the worker: what is not in the route is its default, or null; a parameter that can be neither fails the invocation.
        foreach (var parameter in function.Method.GetParameters())
        {
            if (parameter.HasDefaultValue) values.TryAdd(parameter.Name!, parameter.DefaultValue);
            else if (!parameter.ParameterType.IsValueType || Nullable.GetUnderlyingType(parameter.ParameterType) is not null) values.TryAdd(parameter.Name!, null);
        }

        return values;
    }

    [LoggerMessage(EventId = 110, Level = LogLevel.Error, Message = "{Function} failed")]
    private partial void Failed(string function, Exception failure);
}
