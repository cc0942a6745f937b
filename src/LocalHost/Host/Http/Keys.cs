using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace LocalHost.Host.Http;

/// <summary>A key for functions, and a master key, which opens everything.</summary>
internal sealed class Keys
{
    private readonly byte[]? _function;
    private readonly byte[]? _master;

    public Keys(IOptions<LocalHostOptions> options, FunctionCatalog functions)
    {
        _function = Hash(options.Value.Key);
        _master = Hash(options.Value.MasterKey) ?? _function;
        var needsKey = functions.With<HttpTriggerAttribute>().FirstOrDefault(http => NeedsKey(http.Trigger.AuthLevel)).Function;
        if (_function is null && needsKey is not null)
            throw new InvalidFunctionException($"{needsKey.Name} wants a key: set LocalHost:Key (LocalHost__Key in the environment).");
    }

    public static bool NeedsKey(AuthorizationLevel level) => level != AuthorizationLevel.Anonymous;

    public bool Opens(HttpRequest request, AuthorizationLevel level) =>
        !NeedsKey(level)
        || (Given(request) is { } given && (Are(given, _master) || (level == AuthorizationLevel.Function && Are(given, _function))));

    private static byte[]? Given(HttpRequest request) =>
        Hash(request.Headers.TryGetValue("x-functions-key", out var header) ? header.FirstOrDefault() : request.Query["code"].FirstOrDefault());

    // Of hashes, whose length tells nothing of the key's.
    private static bool Are(byte[] given, byte[]? key) => key is not null && CryptographicOperations.FixedTimeEquals(given, key);

    private static byte[]? Hash(string? key) => string.IsNullOrEmpty(key) ? null : SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
