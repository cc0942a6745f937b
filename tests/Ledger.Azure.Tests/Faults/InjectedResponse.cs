using System.Diagnostics.CodeAnalysis;
using System.Text;
using Azure;
using Azure.Core;

namespace DetainerLedger.Storage.Tests.Faults;

/// <summary>A failure as the service words it: its code in a header, as blobs have it, and in the body, as tables have it.</summary>
internal sealed class InjectedResponse : Response
{
    private readonly Dictionary<string, string> _headers;

    public InjectedResponse(Request request, int status, string code)
    {
        (Status, ReasonPhrase, ClientRequestId) = (status, code, request.ClientRequestId);
        _headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["x-ms-error-code"] = code,
            ["Content-Type"] = "application/json",
        };
        // The header that says seconds would make the tests slow.
        if (status is 429 or 503) _headers["x-ms-retry-after-ms"] = "1";
        var body = """{"odata.error":{"code":"CODE","message":{"lang":"en-US","value":"An injected failure."}}}""".Replace("CODE", code, StringComparison.Ordinal);
        ContentStream = new MemoryStream(Encoding.UTF8.GetBytes(body));
    }

    public override int Status { get; }

    public override string ReasonPhrase { get; }

    public override Stream? ContentStream { get; set; }

    public override string ClientRequestId { get; set; }

    public override bool IsError => true;

    public override void Dispose() => ContentStream?.Dispose();

    protected override bool ContainsHeader(string name) => _headers.ContainsKey(name);

    protected override IEnumerable<HttpHeader> EnumerateHeaders() => _headers.Select(header => new HttpHeader(header.Key, header.Value));

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value) => _headers.TryGetValue(name, out value);

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = TryGetHeader(name, out var value) ? [value] : null;
        return values is not null;
    }
}
