namespace DetainerLedger.Outbound;

/// <summary>What requests to addresses that others chose may do, and what they may cost.</summary>
public sealed record OutboundPolicy
{
    /// <summary>Whether <c>http</c>, any port, and loopback addresses are allowed. Only for an app that runs on one machine.</summary>
    public bool AllowLocal { get; init; }

    /// <summary>Whether <c>http</c> on port 80 is allowed.</summary>
    public bool AllowHttp { get; init; }

    /// <summary>How much of a body is read, in bytes. The rest is discarded together with the connection.</summary>
    public int MostBytes { get; init; } = 4096;

    /// <summary>The time for the whole exchange: resolving, connecting, sending, and reading.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <returns>Why a request may not be sent to this URL, by its form alone; null when it may. The text doesn't quote the URL.</returns>
    public string? Refuse(Uri? url)
    {
        if (url is not { IsAbsoluteUri: true }) return "The URL must be absolute.";
        if (url.UserInfo.Length > 0) return "The URL must not contain a user name or a password.";
        if (AllowLocal && url.Scheme is ("http" or "https")) return null;
        return (url.Scheme, url.Port) switch
        {
            ("https", 443) => null,
            ("http", 80) when AllowHttp => null,
            ("https" or "http", _) when AllowHttp => "The URL must use https on port 443 or http on port 80.",
            _ => "The URL must use https on port 443.",
        };
    }
}
