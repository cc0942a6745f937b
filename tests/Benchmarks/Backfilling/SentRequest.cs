using System.Net;
using System.Text;

namespace DetainerLedger.Benchmarks.Backfilling;

/// <summary>A request as it was sent to storage, with its signature, and how it was answered.</summary>
/// <param name="Began">The timestamp at which it was sent.</param>
/// <param name="Ended">The timestamp at which it was answered.</param>
internal sealed record SentRequest(
    string Method, Uri Address, IReadOnlyList<(string Name, string Value)> Headers, byte[]? Body, int Status, long Began, long Ended)
{
    /// <summary>The table or container, and what is done there.</summary>
    public string Kind => $"{Method} {Target}{(Body is { Length: > 0 } && IsBatch ? $" ({InnerPath()})" : "")}";

    /// <summary>Whether it is a transaction.</summary>
    public bool IsBatch => Address.AbsolutePath.EndsWith("/$batch", StringComparison.Ordinal);

    // /account/table(keys) or /account/container/blob
    private string Target => Address.Segments[2].Split('(')[0].TrimEnd('/');

    /// <summary>
    /// The same request to another account of the same name: its signature doesn't contain the port, and remains valid for 15 minutes.
    /// </summary>
    /// <exception cref="InvalidOperationException">It depends on an entity tag of the first account.</exception>
    public HttpRequestMessage To(Uri service)
    {
        var target = new UriBuilder(Address) { Host = service.Host, Port = service.Port }.Uri;
        var request = new HttpRequestMessage(new HttpMethod(Method), target)
        {
            Version = HttpVersion.Version11,
            Content = Body is null ? null : new ByteArrayContent(Body),
        };
        foreach (var (name, value) in Headers)
        {
            if (name.Equals("If-Match", StringComparison.OrdinalIgnoreCase) && value != "*")
                throw new InvalidOperationException($"{Kind} is conditional on {value}, which another account doesn't have.");
            if (!request.Headers.TryAddWithoutValidation(name, value)) request.Content?.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }

    // The first operation of a transaction names the table.
    private string InnerPath()
    {
        var text = Encoding.UTF8.GetString(Body!);
        var line = text.Split("\r\n").First(each => each.Contains(" HTTP/1.1", StringComparison.Ordinal));
        var address = new Uri(line.Split(' ')[1]);
        return address.Segments[^1].Split('(')[0];
    }
}
