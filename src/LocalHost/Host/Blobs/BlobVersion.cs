using System.Security.Cryptography;
using System.Text;
using Azure;

namespace LocalHost.Host.Blobs;

/// <summary>One state of a blob: an overwrite makes another.</summary>
internal sealed record BlobVersion(string Container, string Name, string ETag)
{
    // A listing gives the tag without quotes, a header with them.
    public static BlobVersion Of(string container, string name, ETag tag) => new(container, name, tag.ToString("H"));

    /// <summary>Names its receipt. Of fixed length, whatever the blob is called.</summary>
    public string Key => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Container}/{Name}\n{ETag}")));
}
