using Browser.Visits;

namespace Browser;

/// <summary>What the script adds to pages that work without it.</summary>
public sealed class ScriptTests(Site site)
{
    [Fact]
    public async Task A_table_is_sorted_by_a_column_and_back()
    {
        await using var reader = await site.Reader();
        await reader.Visit("/");
        var printed = await Declined(reader);
        await Sort(reader);
        var sorted = await Declined(reader);
        Assert.Equal(printed.OrderDescending(), sorted);
        Assert.NotEqual(printed, sorted);
        Assert.Equal("descending", await Sorted(reader));
        await Sort(reader);
        await Sort(reader);
        Assert.Equal(printed, await Declined(reader));
    }

    [Fact]
    public async Task A_table_is_filtered_by_words()
    {
        await using var reader = await site.Reader();
        await reader.Visit("/");
        await reader.Page.TypeAsync(".table-tools input", "travis texas");
        await reader.Page.WaitForFunctionAsync("() => document.querySelector('.table-tools output').textContent.startsWith('1 of')");
        Assert.Equal(["Travis County"], await Visible(reader, "table.rows tr:not(.state) th[scope=row] a"));
        Assert.Equal(["Texas"], await Visible(reader, "table.rows tr.state th"));
    }

    [Fact]
    public async Task The_trend_is_read_week_by_week_with_the_keyboard()
    {
        await using var reader = await site.Reader();
        await reader.Visit("/");
        await reader.Page.FocusAsync(".trend input[type=range]");
        await reader.Page.Keyboard.PressAsync("ArrowLeft");
        Assert.Equal(
            "Week of February 4, 2017: Detainers issued 2,825 · Detainers declined 47 · Jurisdictions listed 150", await reader.Text(".trend-now"));
        Assert.EndsWith("/weeks/2017-02-04", await reader.Page.EvaluateExpressionAsync<string>(Link), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_of_the_map_marks_its_row()
    {
        await using var reader = await site.Reader();
        await reader.Visit("/");
        await reader.Page.FocusAsync("[data-map] a[href='/jurisdictions/tx-travis-county']");
        Assert.Contains("Travis County", await reader.Text("tr.marked"), StringComparison.Ordinal);
        Assert.StartsWith("Travis County, TX: listed", await reader.Text(".map-now"), StringComparison.Ordinal);
        await reader.Page.FocusAsync("header a");
        Assert.Empty(await reader.Texts("tr.marked"));
    }

    private const string Link = "document.querySelector('.trend-now a').href";

    private static Task Sort(Reader reader) =>
        reader.Page.EvaluateExpressionAsync("document.querySelector('table.rows thead th:nth-child(3) button').click()");

    private static Task<string> Sorted(Reader reader) =>
        reader.Page.EvaluateExpressionAsync<string>("document.querySelector('table.rows thead th:nth-child(3)').ariaSort");

    private static Task<int[]> Declined(Reader reader) => reader.Page.EvaluateFunctionAsync<int[]>(
        "() => [...document.querySelectorAll('table.rows td:nth-child(3)')].map(cell => Number(cell.textContent.trim()))");

    private static Task<string[]> Visible(Reader reader, string selector) => reader.Page.EvaluateFunctionAsync<string[]>(
        "selector => [...document.querySelectorAll(selector)].filter(found => found.checkVisibility()).map(found => found.textContent.trim())", selector);
}
