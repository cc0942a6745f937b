using Browser.Visits;

namespace Browser;

public sealed class KeyboardTests(Site site)
{
    private const int MostStops = 400;

    [Fact]
    public async Task From_the_search_to_following_a_jurisdiction_with_the_keyboard_alone()
    {
        await using var reader = await site.Reader();
        await reader.Visit("/");
        await TabTo(reader, "header input[type=search]");
        await reader.Page.Keyboard.TypeAsync("Travis County, Texas");
        await reader.Go(() => reader.Page.Keyboard.PressAsync("Enter"));
        await TabTo(reader, "main a[href='/jurisdictions/tx-travis-county']");
        await reader.Go(() => reader.Page.Keyboard.PressAsync("Enter"));
        Assert.Equal("/jurisdictions/tx-travis-county", reader.Where);
        await TabTo(reader, "#follow-email");
        await reader.Page.Keyboard.TypeAsync("keyboard@example.org");
        await TabTo(reader, "form.follow input[name=corrections]");
        await TabTo(reader, "form.follow button");
        await reader.Go(() => reader.Page.Keyboard.PressAsync("Enter"));
        Assert.Equal("Check your mail", await reader.Text("h1"));
    }

    [Fact]
    public async Task The_first_stop_of_the_keyboard_skips_to_the_content()
    {
        await using var reader = await site.Reader();
        await reader.Visit("/");
        await TabTo(reader, "a.skip");
        await reader.Page.Keyboard.PressAsync("Enter");
        await reader.Page.WaitForFunctionAsync("() => location.hash === '#main'");
    }

    // Each stop on the way has to be visible.
    private static async Task TabTo(Reader reader, string selector)
    {
        for (var i = 0; i < MostStops; i++)
        {
            await reader.Page.Keyboard.PressAsync("Tab");
            var stop = await reader.Page.EvaluateFunctionAsync<Stop>(
                """
                selector => {
                    const at = document.activeElement;
                    const shape = at.closest('svg') && at.querySelector('path');
                    return {
                        isReached: at.matches(selector),
                        isVisible: shape ? getComputedStyle(shape).strokeWidth !== '1.25px' : getComputedStyle(at).outlineStyle !== 'none',
                        html: at.outerHTML.slice(0, 120),
                    };
                }
                """,
                selector);
            Assert.True(stop.IsVisible, $"The focus can't be seen at {stop.Html}");
            if (stop.IsReached) return;
        }
        Assert.Fail($"{selector} is not reached from {reader.Where} with {MostStops} keys.");
    }

    private sealed record Stop(bool IsReached, bool IsVisible, string Html);
}
