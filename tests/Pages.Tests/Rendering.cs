using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using DetainerLedger.Pages.Layout;

namespace DetainerLedger.Pages.Tests;

internal static class Rendering
{
    private static readonly PageRenderer Renderer = new();

    public static async Task<string> Html<TPage, TModel>(TModel model, PageContext context)
        where TPage : PageOf<TModel>
        where TModel : class => Encoding.UTF8.GetString(await Renderer.Render<TPage, TModel>(context, model));

    public static async Task<IHtmlDocument> Document<TPage, TModel>(TModel model, PageContext context)
        where TPage : PageOf<TModel>
        where TModel : class => new HtmlParser(new HtmlParserOptions { IsStrictMode = false }).ParseDocument(await Html<TPage, TModel>(model, context));

    /// <summary>The text as a reader sees it: a block is apart from the next, and the line breaks of the source don't matter.</summary>
    public static string Words(this INode node) => string.Join(' ', Text(node).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static IElement One(this IParentNode within, string selector) => Assert.Single(within.QuerySelectorAll(selector));

    /// <summary>The addresses of the links and forms that lead to other pages of the site.</summary>
    public static IReadOnlyList<string> Addresses(this IHtmlDocument page) =>
        [.. page.QuerySelectorAll("a[href^='/']").Select(link => link.GetAttribute("href")!)];

    private static string Text(INode node) => node switch
    {
        IText text => text.Data,
        IElement { LocalName: "a" or "bdi" or "del" or "em" or "ins" or "q" or "span" or "strong" or "time" } inline => Inside(inline),
        _ => $" {Inside(node)} ",
    };

    private static string Inside(INode node) => string.Concat(node.ChildNodes.Select(Text));
}
