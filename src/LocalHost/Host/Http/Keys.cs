using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace LocalHost.Host.Http;

/// <summary>The one key, which here is function key and master key.</summary>
internal sealed class Keys
{
    private readonly byte[]? _hash;

    public Keys(IOptions<LocalHostOptions> options, FunctionCatalog functions)
    {
        _hash = options.Value.Key is { Length: > 0 } key ? Hash(key) : null;
        var needsKey = functions.With<HttpTriggerAttribute>().FirstOrDefault(http => NeedsKey(http.Trigger.AuthLevel)).Function;
        if (_hash is null && needsKey is not null)
            throw new InvalidFunctionException($"{needsKey.Name} wants a key: set LocalHost:Key (LocalHost__Key in the environment).");
    }

    public static bool NeedsKey(AuthorizationLevel level) => level != AuthorizationLevel.Anonymous;

    public bool Opens(HttpRequest request)
    {
        var given = request.Headers.TryGetValue("x-functions-key", out var header) ? header.ToString() : request.Query["code"].ToString();
        // Of hashes, whose length tells nothing of the key's.
        return _hash is not null && CryptographicOperations.FixedTimeEquals(Hash(given), _hash);
    }

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
