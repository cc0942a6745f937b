using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace LocalHost.Host;

/// <summary>The app's functions: methods with <c>[Function]</c>, of public, internal and static classes, as the worker takes them.</summary>
internal sealed class FunctionCatalog(IReadOnlyList<FunctionDescriptor> functions)
{
    private const BindingFlags Methods = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public IReadOnlyList<FunctionDescriptor> All { get; } = functions;

    public static FunctionCatalog Of(FunctionSource source)
    {
        var functions = source.Types
            .SelectMany(type => type.GetMethods(Methods))
            .Select(method => (Method: method, Attribute: method.GetCustomAttribute<FunctionAttribute>()))
            .Where(found => found.Attribute is not null)
            .Select(found => Describe(found.Attribute!.Name, found.Method))
            .OrderBy(function => function.Name, StringComparer.OrdinalIgnoreCase)
            .ToList();
        if (functions.Count == 0) throw new InvalidFunctionException("The app has no functions: no method of it carries [Function].");
        var twice = functions.GroupBy(function => function.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1);
        return twice is null
            ? new FunctionCatalog(functions)
            : throw new InvalidFunctionException($"Two functions are called {twice.Key}: {string.Join(" and ", twice.Select(function => function.EntryPoint))}.");
    }

    public FunctionDescriptor? Find(string name) => All.FirstOrDefault(function => string.Equals(function.Name, name, StringComparison.OrdinalIgnoreCase));

    public IEnumerable<(FunctionDescriptor Function, T Trigger)> With<T>() where T : TriggerBindingAttribute =>
        All.Where(function => function.Trigger is T).Select(function => (function, (T)function.Trigger));

    private static FunctionDescriptor Describe(string name, MethodInfo method)
    {
        var triggers = method.GetParameters()
            .Select(parameter => (Parameter: parameter, Trigger: parameter.GetCustomAttribute<TriggerBindingAttribute>()))
            .Where(found => found.Trigger is not null)
            .ToList();
        return triggers.Count == 1
            ? new FunctionDescriptor(name, method, triggers[0].Trigger!, triggers[0].Parameter)
            : throw new InvalidFunctionException($"The function {name} has {triggers.Count} triggers and needs one.");
    }
}
