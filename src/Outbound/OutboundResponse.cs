using System.Net;
using System.Net.Http.Headers;

namespace DetainerLedger.Outbound;

/// <param name="Body">At most as many bytes as the policy allows.</param>
/// <param name="IsWhole">False when the body had more bytes.</param>
public sealed record OutboundResponse(
    HttpStatusCode Status, HttpResponseHeaders Headers, HttpContentHeaders ContentHeaders, ReadOnlyMemory<byte> Body, bool IsWhole);
