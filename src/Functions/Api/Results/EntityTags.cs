using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace DetainerLedger.Functions.Api.Results;

/// <summary>Strong entity tags computed from content: the same bytes have the same tag on every instance.</summary>
public static class EntityTags
{
    // 128 bits of the hash keep the tag short, since every conditional request sends it.
    private const int Length = 16;

    public static EntityTagHeaderValue Of(ReadOnlySpan<byte> content) =>
        new($"\"{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, Length))}\"");

    /// <param name="sha256">In lower-case hex.</param>
    public static EntityTagHeaderValue OfHash(string sha256) => new($"\"{sha256}\"");

    /// <summary>The tag of a representation in an encoding: other bytes than the plain ones, and so another tag.</summary>
    public static EntityTagHeaderValue Encoded(EntityTagHeaderValue plain, ContentCoding coding) => coding == ContentCoding.Identity
        ? plain
        : new EntityTagHeaderValue($"{plain.Tag.AsSpan(0, plain.Tag.Length - 1)}-{coding.Name()}\"");

    /// <summary>Whether the client already has this representation (<c>If-None-Match</c>), by weak comparison as RFC 9110 requires.</summary>
    public static bool Holds(HttpRequest request, EntityTagHeaderValue tag) =>
        EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var held)
        && held.Any(candidate => candidate.Equals(EntityTagHeaderValue.Any) || candidate.Compare(tag, useStrongComparison: false));
}
