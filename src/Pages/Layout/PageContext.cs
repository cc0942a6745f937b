namespace DetainerLedger.Pages.Layout;

/// <summary>What every component of a page knows about the request.</summary>
/// <param name="Path">The path of the page, which is its canonical address.</param>
/// <param name="AsOf">The requested moment; null for the present.</param>
/// <param name="Site">The site's settings.</param>
public sealed record PageContext(string Path, DateTimeOffset? AsOf, SiteSettings Site)
{
    /// <summary>The other query parameters, which a form that changes the moment keeps.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Parameters { get; init; } = [];

    /// <summary>The last day on which anything in the view became known, for citations; null for an empty ledger.</summary>
    public DateOnly? KnownOn { get; init; }

    /// <summary>Whether the ledger has one of the sample reports, whose single rows are made up for testing.</summary>
    public bool HasSamples { get; init; }

    public Links Links { get; } = new(AsOf);

    /// <summary>The address of a path of this site: absolute if the site's address is set.</summary>
    public string Address(string path) => Site.Address + path;
}

/// <param name="Address">The scheme and host of the site, such as <c>https://ledger.example.org</c>; empty if it isn't set.</param>
/// <param name="MisreadingsTo">A mail address or the URL of an issue tracker; null for none.</param>
/// <param name="SendsMail">Whether readers can follow places by mail.</param>
/// <param name="KeepDays">The days for which deliveries to a follower are recorded.</param>
public sealed record SiteSettings(string Address, string? MisreadingsTo, bool SendsMail = false, int KeepDays = 30);
