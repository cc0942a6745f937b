namespace DetainerLedger.Pages.Layout;

/// <summary>The data of a page in one format.</summary>
/// <param name="Path">In the API, without the moment.</param>
public sealed record DataLink(string Title, string MediaType, string Path)
{
    public static DataLink Json(string path) => new("JSON", "application/json", path);

    public static DataLink Csv(string path, string title = "CSV") => new(title, "text/csv", $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}format=csv");

    public static DataLink Atom(string path = "/api/feed") => new("Atom", "application/atom+xml", path);
}
