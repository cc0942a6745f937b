using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using DetainerLedger.Functions.Api.Parameters;
using Microsoft.AspNetCore.Http;

namespace DetainerLedger.Functions.Api.Results;

/// <summary>
/// The keys of cached responses: a hash of fixed length over the function, the path, every parameter of the query, and the
/// negotiated format. Which parts of a request a function reads is learned from its <see cref="Query"/>.
/// </summary>
public sealed class CacheKeys
{
    // In characters. The response to a longer request is not cached.
    private const int LongestRequest = 1024;
    private const int LongestAccept = 512;

    private readonly ConcurrentDictionary<string, ReadRequest> _functions = new(StringComparer.Ordinal);

    /// <summary>Records which parts of the request the function has read.</summary>
    public void Learn(string function, HttpRequest request)
    {
        if (request.HttpContext.Features.Get<Query>() is not { Offered: { } offered } query) return;
        if (_functions.TryGetValue(function, out var known) && known.Covers(query.Names)) return;
        _functions.AddOrUpdate(
            function,
            static (_, read) => new ReadRequest(read.Names.ToFrozenSet(StringComparer.OrdinalIgnoreCase), read.Offered),
            static (_, earlier, read) => earlier with { Parameters = earlier.Parameters.Union(read.Names).ToFrozenSet(StringComparer.OrdinalIgnoreCase) },
            (query.Names, Offered: offered));
    }

    /// <returns>Null when the response isn't cached: the request has a parameter that the function doesn't read, is too long, or
    /// accepts none of the available formats; or the function has not run yet.</returns>
    public string? Find(string function, HttpRequest request)
    {
        if (!_functions.TryGetValue(function, out var read)) return null;
        var accept = request.Headers.Accept;
        if ((request.Path.Value?.Length ?? 0) + (request.QueryString.Value?.Length ?? 0) > LongestRequest) return null;
        if (accept.Count > 1 || accept.ToString().Length > LongestAccept) return null;

        var query = request.Query;
        // The parameter takes precedence over the header.
        ResponseFormat? format = query.ContainsKey("format") ? null : AcceptHeader.Choose(accept, read.Offered);
        if (format is null && !query.ContainsKey("format")) return null;
        return Hash(function, request.Path.Value, query, format, read.Parameters);
    }

    private static string? Hash(string function, string? path, IQueryCollection query, ResponseFormat? format, FrozenSet<string> known)
    {
        var text = new StringBuilder(256).Append(function);
        Append(text, path);
        Append(text, format?.Name());
        if (query.Count > 0)
        {
            foreach (var (name, values) in query.OrderBy(parameter => parameter.Key, StringComparer.OrdinalIgnoreCase))
            {
                if (!known.Contains(name)) return null;
                // Parameter names are case-insensitive.
                Append(text, name.ToLowerInvariant());
                foreach (var value in values) Append(text, value);
                text.Append(';');
            }
        }

        return Hash(text.ToString());
    }

    // Prefixed with its length, so that different sequences of texts can't give the same bytes.
    private static void Append(StringBuilder text, string? part) => text.Append('|').Append(part?.Length ?? -1).Append(':').Append(part);

    private static string Hash(string text)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        try
        {
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            SHA256.HashData(bytes.AsSpan(0, Encoding.UTF8.GetBytes(text, bytes)), hash);
            return Convert.ToBase64String(hash);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    /// <summary>The parts of a request that a function reads.</summary>
    private sealed record ReadRequest(FrozenSet<string> Parameters, IReadOnlyList<ResponseFormat> Offered)
    {
        public bool Covers(IReadOnlyCollection<string> names) => names.All(Parameters.Contains);
    }
}
