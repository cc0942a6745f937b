namespace DetainerLedger.Delivery;

/// <summary>Absolute links to the app, where there is no request to take its address from.</summary>
/// <param name="Url">The base without a trailing slash: <c>https://ledger.example.org</c>.</param>
public sealed record SiteLinks(string Url)
{
    /// <param name="path">Begins with a slash.</param>
    public string To(string path) => Url + path;
}
