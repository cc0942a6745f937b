using System.Globalization;
using DetainerLedger.History;
using DetainerLedger.Pages.Layout;
using DetainerLedger.Reports;

namespace DetainerLedger.Pages.Sources;

/// <summary>Addresses at which a reader reports that the ledger has a row in other words than the file.</summary>
public static class Misreading
{
    // In characters: mail programs and servers take no address of any length.
    private const int LongestRow = 600;

    /// <returns>Null when the site doesn't say where to.</returns>
    public static string? Address(PageContext context, RevisionSource file, SourceLocation at, string row)
    {
        if (context.Site.MisreadingsTo is not { } to) return null;
        var title = Uri.EscapeDataString($"Misreading in {file.Name}");
        var body = Uri.EscapeDataString(string.Create(CultureInfo.InvariantCulture, $"""
            Page of the site: {context.Address(context.Links.To(context.Path))}
            File: {file.Name}
            Page or line: {at.Page}
            Row: {at.Row}
            The ledger has: {(row.Length > LongestRow ? row[..LongestRow] + "…" : row)}
            The file has:
            """));
        return to.StartsWith("https:", StringComparison.Ordinal) ? $"{to}?title={title}&body={body}" : $"mailto:{to}?subject={title}&body={body}";
    }
}
