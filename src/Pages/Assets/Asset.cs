using System.Security.Cryptography;

namespace DetainerLedger.Pages.Assets;

/// <summary>A file that is embedded in the assembly and served under a name with the hash of its content, so that it never changes.</summary>
public sealed record Asset(string Name, string MediaType, byte[] Content)
{
    public const string Folder = "/assets/";

    // 48 bits tell the versions of one file apart.
    private const int HashLength = 6;

    public string Path => Folder + Name;

    internal static Asset Embedded(string file, string mediaType)
    {
        using var stream = typeof(Asset).Assembly.GetManifestResourceStream(typeof(Asset), file)
            ?? throw new InvalidOperationException($"{file} is not embedded in the assembly.");
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        var hash = Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, HashLength));
        var extension = System.IO.Path.GetExtension(file);
        return new Asset($"{System.IO.Path.GetFileNameWithoutExtension(file)}-{hash}{extension}", mediaType, content);
    }
}
