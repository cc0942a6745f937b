namespace FunctionsHost.Http;

/// <summary>Conflicts that the real host skips with a line in its log stop the start here: reserved routes, and one route with two functions.</summary>
internal sealed class RouteConflicts
{
    private const string AnyMethod = "any method";

    private readonly Dictionary<string, List<(string Method, string Function)>> _taken = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="StartException" />
    public void Check(string function, string template, IReadOnlyList<string> methods)
    {
        if (template.StartsWith("admin", StringComparison.OrdinalIgnoreCase) || template.StartsWith("runtime", StringComparison.OrdinalIgnoreCase))
            throw new StartException($"The route {template} of {function} begins with admin or runtime, which the host keeps for itself.");
        if (!_taken.TryGetValue(template, out var taken)) _taken[template] = taken = [];
        foreach (var method in methods.DefaultIfEmpty(AnyMethod))
        {
            if (taken.FirstOrDefault(other => other.Method == method) is { Function: { } first })
                throw new StartException($"{first} and {function} both answer {method} at {template}: one of them needs another route or method.");
            taken.Add((method, function));
        }
    }
}
