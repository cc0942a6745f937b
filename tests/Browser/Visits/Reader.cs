using System.Collections.Concurrent;
using System.Net;
using PuppeteerSharp;

namespace Browser.Visits;

/// <summary>A reader with one page open, whose console and requests are recorded.</summary>
public sealed class Reader : IAsyncDisposable
{
    private const int Patience = 120_000;

    private readonly IBrowserContext _context;
    private readonly Uri _site;
    private readonly ConcurrentQueue<string> _console = [];
    private readonly ConcurrentQueue<Uri> _requests = [];

    private Reader(IBrowserContext context, IPage page, Uri site)
    {
        (_context, Page, _site) = (context, page, site);
        page.Console += (_, said) => _console.Enqueue($"{said.Message.Type}: {said.Message.Text}");
        page.PageError += (_, error) => _console.Enqueue($"error: {error.Message}");
        page.Request += (_, sent) => _requests.Enqueue(new Uri(sent.Request.Url));
        page.RequestFailed += (_, failed) => _console.Enqueue($"failed: {failed.Request.Url} {failed.Request.FailureText}");
    }

    public IPage Page { get; }

    /// <summary>What the pages and the browser have written to the console, and the requests that failed.</summary>
    public IReadOnlyList<string> Console => [.. _console];

    /// <summary>Every address that was requested, of the pages and of what they load.</summary>
    public IReadOnlyList<Uri> Requests => [.. _requests];

    /// <summary>The path and query of the open page.</summary>
    public string Where => new Uri(Page.Url).PathAndQuery;

    internal static async Task<Reader> Open(IBrowser browser, Uri site, bool javaScript, bool bypassPolicy, int width)
    {
        var context = await browser.CreateBrowserContextAsync();
        var page = await context.NewPageAsync();
        page.DefaultTimeout = page.DefaultNavigationTimeout = Patience;
        await page.SetJavaScriptEnabledAsync(javaScript);
        await page.SetBypassCSPAsync(bypassPolicy);
        await page.SetViewportAsync(new ViewPortOptions { Width = width, Height = 800 });
        return new Reader(context, page, site);
    }

    public async Task<IResponse> Visit(string path, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var answer = await Page.GoToAsync(new Uri(_site, path).ToString(), WaitUntilNavigation.Load);
        Assert.True(answer.Status == expected, $"{path} is answered {(int)answer.Status}.");
        return answer;
    }

    /// <summary>Follows the first link whose text contains these words.</summary>
    public async Task Follow(string words)
    {
        var links = await Page.QuerySelectorAllAsync("main a, header a, .as-of a");
        foreach (var link in links)
        {
            if (!(await Text(link)).Contains(words, StringComparison.Ordinal)) continue;
            await Go(() => link.EvaluateFunctionAsync("link => link.click()"));
            return;
        }
        Assert.Fail($"No link of {Where} says '{words}': {string.Join(" | ", await Task.WhenAll(links.Select(Text)))}");
    }

    /// <summary>Types into the search of the masthead and sends it.</summary>
    public async Task Search(string words)
    {
        await Page.TypeAsync("header input[type=search]", words);
        await Go(() => Page.Keyboard.PressAsync("Enter"));
    }

    /// <summary>Does something that opens another page, and waits for that.</summary>
    public Task Go(Func<Task> open) => Task.WhenAll(Page.WaitForNavigationAsync(new() { WaitUntil = [WaitUntilNavigation.Load] }), open());

    /// <summary>What the page says, as one line.</summary>
    public Task<string> Main() => Text("main");

    public Task<string> Text(string selector) =>
        Page.EvaluateFunctionAsync<string>("selector => document.querySelector(selector).innerText.replace(/\\s+/g, ' ')", selector);

    public Task<string[]> Texts(string selector) => Page.EvaluateFunctionAsync<string[]>(
        "selector => [...document.querySelectorAll(selector)].map(found => found.innerText.replace(/\\s+/g, ' ').trim())", selector);

    /// <summary>Fills in a field and sends its form with the keyboard.</summary>
    public async Task Send(string field, string text)
    {
        await Page.TypeAsync(field, text);
        await Go(() => Page.Keyboard.PressAsync("Enter"));
    }

    /// <summary>Presses the first button that says this.</summary>
    public async Task Press(string words)
    {
        foreach (var button in await Page.QuerySelectorAllAsync("main button"))
        {
            if ((await Text(button)).Trim() != words) continue;
            await Go(() => button.EvaluateFunctionAsync("button => button.click()"));
            return;
        }
        Assert.Fail($"No button of {Where} says '{words}'.");
    }

    /// <summary>What is wider than the window, so that the page scrolls sideways.</summary>
    public Task<string[]> TooWide() => Page.EvaluateFunctionAsync<string[]>(
        """
        () => document.documentElement.scrollWidth <= innerWidth && matchMedia('screen').matches ? []
            : [...document.querySelectorAll('body *')].filter(element => element.getBoundingClientRect().right > innerWidth + 0.5)
                .map(element => element.outerHTML.slice(0, 120)).slice(0, 3)
        """);

    public Task Prefer(string scheme) =>
        Page.EmulateMediaFeaturesAsync([new MediaFeatureValue { MediaFeature = MediaFeature.PrefersColorScheme, Value = scheme }]);

    public async ValueTask DisposeAsync() => await _context.CloseAsync();

    private static Task<string> Text(IElementHandle element) =>
        element.EvaluateFunctionAsync<string>("found => found.textContent.replace(/\\s+/g, ' ')");
}
