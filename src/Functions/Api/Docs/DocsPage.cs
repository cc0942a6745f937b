using System.Security.Cryptography;
using System.Text;
using DetainerLedger.Functions.Api.Results;

namespace DetainerLedger.Functions.Api.Docs;

/// <summary>The API reference page: Scalar (MIT), which renders the contract and sends trial requests.</summary>
public static class DocsPage
{
    // Everything is loaded from this app; nothing is sent to third parties.
    private const string Script = """

        Scalar.createApiReference('#contract', {
          url: '/api/openapi.json',
          withDefaultFonts: false,
          telemetry: false,
          agent: { disabled: true },
          mcp: { disabled: true },
          showDeveloperTools: 'never',
          hideClientButton: true,
          documentDownloadType: 'json',
        });

        """;

    private const string Html = $"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Detainer Ledger: the API</title>
        <link rel="icon" href="data:,">
        </head>
        <body>
        <div id="contract"></div>
        <noscript>The contract is also available as <a href="/api/openapi.json">OpenAPI</a>.</noscript>
        <script src="/api/docs/scalar.js"></script>
        <script>{Script}</script>
        </body>
        </html>

        """;

    // Scalar adds inline styles to the page. Only these two scripts are allowed.
    private static readonly string Policy =
        $"default-src 'none'; script-src 'self' 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Script)))}'; "
        + "style-src 'unsafe-inline'; img-src 'self' data:; font-src data:; connect-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static ApiResult Page { get; } = new(Encoding.UTF8.GetBytes(Html), ResponseFormat.Html) { ContentSecurityPolicy = Policy };
}
