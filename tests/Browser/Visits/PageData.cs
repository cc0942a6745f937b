using System.Text.Json.Nodes;
using Acceptance.App;

namespace Browser.Visits;

/// <summary>A page beside the JSON to which it links.</summary>
public static class PageData
{
    /// <summary>Opens a page.</summary>
    /// <param name="which">Which of its links to JSON: the first is that of the page.</param>
    public static async Task<JsonNode> Open(this Site site, Reader reader, string path, int which = 0)
    {
        await reader.Visit(path);
        var addresses = await reader.Page.EvaluateFunctionAsync<string[]>(
            "() => [...document.querySelectorAll('link[rel=alternate][type=\"application/json\"]')].map(link => link.getAttribute('href'))");
        return await site.App.Read(addresses[which]);
    }

    /// <summary>
    /// The rows of a table: the end of the address of the place, or the text, of the first cell; then each cell as the reader sees it, with
    /// the digits of its numbers alone.
    /// </summary>
    public static async Task<string[][]> Table(this Reader reader, string selector = "table.rows") =>
        [.. (await reader.Page.EvaluateFunctionAsync<string[][]>(
            """
            selector => [...document.querySelector(selector).querySelectorAll('tbody tr:not(.state):not(.gap)')].map(row => [
                row.cells[0].querySelector('a')?.getAttribute('href').split('/').at(-1) ?? row.cells[0].textContent.trim(),
                ...[...row.cells].slice(1).map(cell => cell.textContent.replace(/\s+/g, ' ').trim()),
            ])
            """,
            selector)).Select(row => (string[])[row[0], .. row[1..].Select(Plain)])];

    /// <summary>A number as it is written on a page, without its commas.</summary>
    public static string Plain(string number) => number.Replace(",", "", StringComparison.Ordinal).Replace('−', '-');

    /// <summary>A count or a dash, as pages show it.</summary>
    public static string Shown(int? count, string unknown = "–") => count?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? unknown;

    public static string Difference(int change) => change > 0 ? $"+{change}" : $"{change}";

    /// <summary>A count with its noun, as in running text.</summary>
    public static string Of(int count, string one, string many) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : many)}");
}
