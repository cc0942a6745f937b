namespace DetainerLedger.Watching;

/// <summary>What one look found at one address.</summary>
public abstract record Finding
{
    private Finding() { }

    /// <summary>The address answered with a file.</summary>
    public sealed record File(string Sha256) : Finding;

    /// <summary>The address answered that the file is the one of the last look (304).</summary>
    public sealed record NotModified : Finding;

    /// <summary>The address answered 404 or 410, or the page was read and doesn't link it.</summary>
    /// <param name="Status">Null when the page doesn't link it.</param>
    public sealed record Missing(int? Status) : Finding;

    /// <summary>The address could not be read: a network failure, another status, a limit, or a refusal.</summary>
    public sealed record Failure(string Error, int? Status) : Finding;
}

/// <summary>The codes of failed looks.</summary>
public static class LookFailures
{
    /// <summary>No response: the network, the name, the certificate, or the connection failed.</summary>
    public const string Network = "network";

    /// <summary>The response took longer than the limit.</summary>
    public const string Slow = "too-slow";

    /// <summary>The response is longer than the limit, also after decompression.</summary>
    public const string TooLarge = "too-large";

    /// <summary>The response ended before the announced length.</summary>
    public const string Truncated = "truncated";

    /// <summary>404, 410, or no longer linked: a withdrawal, once a later look confirms it.</summary>
    public const string Missing = "missing";

    /// <summary>A status that is neither a file nor its absence.</summary>
    public const string Status = "status";

    /// <summary><c>robots.txt</c> forbids the address, or could not be read.</summary>
    public const string Robots = "robots";

    /// <summary>The address redirects to a host that is not configured, or too often.</summary>
    public const string Redirect = "redirect";

    /// <summary>The address is not allowed: another scheme, another host, or not a public one.</summary>
    public const string Forbidden = "forbidden-address";

    /// <summary>The page links more matching files than the limit. The first ones are watched.</summary>
    public const string TooManyLinks = "too-many-links";

    /// <summary>The page's response is not HTML.</summary>
    public const string NotAPage = "not-a-page";

    /// <summary>The server asked to wait, by 429 or 503 with <c>Retry-After</c>.</summary>
    public const string Wait = "asked-to-wait";
}
