using Microsoft.Azure.Functions.Worker;

namespace LocalHost.Host.Http;

/// <summary>Two functions with the same route and a method in common: the Functions host doesn't load the second of them.</summary>
internal static class RouteConflicts
{
    public static void Refuse(FunctionCatalog functions, HostFile host)
    {
        var served = new Dictionary<(string Template, string Method), FunctionDescriptor>();
        foreach (var (function, trigger) in functions.With<HttpTriggerAttribute>())
        {
            var template = HttpFunctions.Template(host, function, trigger);
            foreach (var method in HttpFunctions.Methods(trigger).Distinct())
            {
                if (served.TryAdd((template.ToUpperInvariant(), method), function)) continue;
                var other = served[(template.ToUpperInvariant(), method)].Name;
                throw new InvalidFunctionException($"{other} and {function.Name} both answer {method} {template}: one of them needs another route or method.");
            }
        }
    }
}
