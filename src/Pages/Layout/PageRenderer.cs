using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace DetainerLedger.Pages.Layout;

/// <summary>Renders a page to HTML in UTF-8. Thread-safe.</summary>
public sealed class PageRenderer : IDisposable
{
    // Only characters with a meaning in HTML are encoded: quotation marks and accents stay readable in the source.
    private readonly ServiceProvider _services =
        new ServiceCollection().AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)).BuildServiceProvider();

    public async Task<byte[]> Render<TPage, TModel>(PageContext context, TModel model)
        where TPage : PageOf<TModel>
        where TModel : class
    {
        // A renderer keeps its components until it is disposed, so each page has its own.
        await using var renderer = new HtmlRenderer(_services, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var page = await renderer.RenderComponentAsync<PageRoot>(ParameterView.FromDictionary(new Dictionary<string, object?>
            {
                [nameof(PageRoot.Context)] = context,
                [nameof(PageRoot.Page)] = typeof(TPage),
                [nameof(PageRoot.Model)] = model,
            }));
            using var html = new MemoryStream();
            await using (var text = new StreamWriter(html, new UTF8Encoding(false), leaveOpen: true)) page.WriteHtmlTo(text);
            return html.ToArray();
        });
    }

    public void Dispose() => _services.Dispose();
}
