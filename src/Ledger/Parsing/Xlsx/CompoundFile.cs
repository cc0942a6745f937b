using System.Runtime.InteropServices;

namespace DetainerLedger.Parsing.Xlsx;

/// <summary>The container of Office's old formats, and of the new ones with a password.</summary>
internal static class CompoundFile
{
    public static bool IsOne(ReadOnlySpan<byte> content) => content is [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ..];

    /// <summary>Whether it contains a stream with the name of the encrypted package, in UTF-16.</summary>
    public static bool IsEncrypted(ReadOnlySpan<byte> content) => content.IndexOf(MemoryMarshal.AsBytes("EncryptedPackage".AsSpan())) >= 0;
}
