using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace DetainerLedger.Functions.Api.Parameters;

/// <summary>
/// A place in a list, opaque to clients. It holds for the list that it was made for, with the same filters: the checksum
/// is over both. It guards against mistakes, not against forgery, since a place in a list gives access to nothing.
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
        // Made again and compared: so that blanks, padding and loose bits, which decoding forgives, are none of ours either.
        var candidate = Encoding.UTF8.GetString(bytes.AsSpan(ChecksumLength));
        if (Make(list, candidate) != cursor) return false;
        position = candidate;
        return true;
    }

    private static ReadOnlySpan<byte> Checksum(string list, string position) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"{list}\n{position}")).AsSpan(0, ChecksumLength);
}
