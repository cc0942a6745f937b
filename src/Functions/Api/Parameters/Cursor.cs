using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace DetainerLedger.Functions.Api.Parameters;

/// <summary>
/// A position in a list, opaque to clients. It is valid for the list that it was created for, with the same filters: the
/// checksum covers both. It guards against mistakes, not against forgery, since a position grants no access.
/// </summary>
public static class Cursor
{
    private const int ChecksumLength = 6;
    private const int MaxLength = 200;

    /// <param name="list">The list and its filters.</param>
    public static string Make(string list, string position) =>
        Base64Url.EncodeToString([.. Checksum(list, position), .. Encoding.UTF8.GetBytes(position)]);

    public static bool TryRead(string cursor, string list, [NotNullWhen(true)] out string? position)
    {
        position = null;
        if (cursor.Length > MaxLength || !Base64Url.IsValid(cursor)) return false;
        var bytes = Base64Url.DecodeFromChars(cursor);
        if (bytes.Length < ChecksumLength) return false;
        // Encoded again and compared, so that spaces, padding and trailing bits, which the decoder ignores, are rejected too.
        var candidate = Encoding.UTF8.GetString(bytes.AsSpan(ChecksumLength));
        if (Make(list, candidate) != cursor) return false;
        position = candidate;
        return true;
    }

    private static ReadOnlySpan<byte> Checksum(string list, string position) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"{list}\n{position}")).AsSpan(0, ChecksumLength);
}
