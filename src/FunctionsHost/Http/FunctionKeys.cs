using System.Security.Cryptography;
using System.Text;
using FunctionsHost.Rpc;

namespace FunctionsHost.Http;

/// <summary>The keys and the functions that they open. A key is in the header <c>x-functions-key</c>, else in <c>?code=</c>, as on Azure.</summary>
internal sealed class FunctionKeys(IConfiguration configuration)
{
    private readonly string? _function = Given(configuration["FunctionsHost:FunctionKey"]);
    private readonly string? _master = Given(configuration["FunctionsHost:MasterKey"]) ?? Given(configuration["FunctionsHost:FunctionKey"]);
    private readonly IConfigurationSection _ofFunctions = configuration.GetSection("FunctionsHost:Keys");

    /// <summary>The level Function or Admin, from a trigger's <c>authLevel</c>; Function is Azure's default.</summary>
    public bool Opens(HttpRequest request, string function, string? level)
    {
        if (string.Equals(level, "Anonymous", StringComparison.OrdinalIgnoreCase)) return true;
        var key = KeyOf(request);
        if (Matches(key, _master)) return true;
        return !string.Equals(level, "Admin", StringComparison.OrdinalIgnoreCase) && (Matches(key, _function) || Matches(key, Given(_ofFunctions[function])));
    }

    public bool IsMaster(HttpRequest request) => Matches(KeyOf(request), _master);

    /// <summary>Whether it is a valid key, even if only for a single function.</summary>
    public bool IsKnown(HttpRequest request)
    {
        var key = KeyOf(request);
        return Matches(key, _master) || Matches(key, _function) || _ofFunctions.GetChildren().Any(child => Matches(key, Given(child.Value)));
    }

    /// <exception cref="StartException">A function requires a key and none is set, or a key is set for a function that doesn't exist.</exception>
    public void Check(IReadOnlyList<FunctionMetadata> functions)
    {
        foreach (var function in functions.Where(function => function.TriggerType == "httptrigger"))
        {
            var level = function.Text("authLevel");
            if (string.Equals(level, "Anonymous", StringComparison.OrdinalIgnoreCase)) continue;
            if (_master is null && Given(_ofFunctions[function.Name]) is null)
                throw new StartException($"{function.Name} wants a key: set FunctionsHost__FunctionKey in the environment.");
        }

        foreach (var child in _ofFunctions.GetChildren())
        {
            if (!functions.Any(function => string.Equals(function.Name, child.Key, StringComparison.OrdinalIgnoreCase)))
                throw new StartException($"FunctionsHost__Keys__{child.Key} names a function that the app doesn't have.");
        }
    }

    private static string? KeyOf(HttpRequest request) =>
        request.Headers["x-functions-key"].FirstOrDefault() ?? request.Query["code"].FirstOrDefault();

    private static string? Given(string? key) => string.IsNullOrEmpty(key) ? null : key;

    private static bool Matches(string? given, string? key) =>
        given is not null && key is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(key));
}
