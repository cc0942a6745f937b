using System.Reflection;

namespace LocalHost.Host;

/// <summary>Where the functions and the files beside them are: <c>host.json</c>.</summary>
internal sealed record FunctionSource(IReadOnlyList<Type> Types, string Folder)
{
    public static FunctionSource OfTheApp() => new(
        Assembly.GetEntryAssembly()?.GetTypes() ?? throw new InvalidOperationException("The functions are looked for in the entry assembly, and there is none."),
        AppContext.BaseDirectory);
}
