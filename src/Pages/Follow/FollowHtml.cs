using System.Text.Encodings.Web;
using System.Text.Unicode;
using DetainerLedger.Digests;
using DetainerLedger.Subscriptions;

namespace DetainerLedger.Pages.Follow;

/// <summary>
/// The pages of subscriptions: small, without scripts, in the style of the digest. What the reader entered is encoded. Every action is a button
/// that posts; opening a page changes nothing, since mail scanners open all links.
/// </summary>
public static class FollowHtml
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <param name="filter">What the form follows.</param>
    /// <param name="problem">What was wrong with the last attempt; null for none.</param>
    /// <param name="isOn">Whether mail can be sent. Without it there is no form.</param>
    public static string Form(Filter filter, string? problem, bool isOn) => Page($"Follow {FilterNames.Of(filter with { Corrections = false })}", $"""
        {(problem is null ? "" : $"<p role=\"alert\"><strong>{Encode(problem)}</strong></p>")}
        {(isOn ? Fields(filter) : "<p>This ledger sends no mail.</p>")}
        <h2>Without an address</h2>
        <p><a href="/api/feed{FeedQuery(filter)}">The Atom feed</a> has the same events, for a feed reader.</p>
        """);

    public static string Asked() => Page("Look into your mailbox", """
        <p>If the address exists, a mail with a link is on its way. Nothing is sent until you confirm it there, within 48 hours.</p>
        <p>At most one such mail is sent in an hour. If you asked before, use the link in that mail.</p>
        """);

    /// <param name="requested">What the token's owner asked for; empty when everything is confirmed.</param>
    public static string Confirm(string token, IReadOnlyList<Filter> requested, IReadOnlyList<Filter> followed) => requested.Count == 0
        ? Page("Already confirmed", $"<p>This address follows:</p>\n{List(followed)}")
        : Page("Confirm what to follow", $"""
            <form method="post" action="/confirm/{Encode(token)}">
            <fieldset>
            <legend>Follow by mail</legend>
            {string.Join('\n', requested.Select(filter =>
                $"<p><label><input type=\"checkbox\" name=\"filter\" value=\"{Encode(filter.Key)}\" checked> {Encode(FilterNames.Of(filter))}</label></p>"))}
            </fieldset>
            <p><button>Confirm</button></p>
            </form>
            """);

    public static string Confirmed(IReadOnlyList<Filter> followed, string manageToken) => Page("Confirmed", $"""
        <p>This address follows:</p>
        {List(followed)}
        <p><a href="/manage/{Encode(manageToken)}">See and change what is stored</a></p>
        """);

    public static string Leave(string token) => Page("Unsubscribe", $"""
        <p>The address and everything that is stored with it are deleted at once.</p>
        <form method="post" action="/unsubscribe/{Encode(token)}"><p><button>Unsubscribe</button></p></form>
        """);

    /// <param name="already">Whether the row was deleted before, or the link never opened one.</param>
    public static string Left(bool already) => Page(already ? "Already unsubscribed" : "Unsubscribed", already
        ? "<p>This link opens nothing any more: what it opened is deleted.</p>"
        : "<p>The address and everything that was stored with it are deleted.</p>");

    public static string Manage(string token, string address, Recipient recipient) => Page("What is stored", $"""
        <dl>
        <dt>Address</dt><dd>{Encode(address)} (encrypted, and found by a keyed hash)</dd>
        <dt>Since</dt><dd>{recipient.Since:yyyy-MM-dd}</dd>
        </dl>
        <h2>What it follows</h2>
        <ul>
        {string.Join('\n', recipient.Filters.Select(filter => $"""
            <li>{Encode(FilterNames.Of(filter))}
            <form method="post" action="/manage/{Encode(token)}"><input type="hidden" name="remove" value="{Encode(filter.Key)}"><button>Remove</button></form></li>
            """))}
        </ul>
        <p>Mails that were sent are recorded with their day and outcome for 30 days. Nothing else is stored: no name, no IP address, no opens, no clicks.</p>
        <form method="post" action="/manage/{Encode(token)}"><p><button name="delete" value="all">Delete everything</button></p></form>
        """);

    private static string Fields(Filter filter) => $"""
        <form method="post" action="/follow">
        {Hidden("jurisdiction", filter.Jurisdiction)}{Hidden("state", filter.State)}
        <p><label>E-mail address<br><input type="email" name="email" required maxlength="254" autocomplete="email"></label></p>
        <p><label><input type="checkbox" name="corrections" value="on"{(filter.Corrections ? " checked" : "")}> Corrections and revisions only</label></p>
        <p><button>Follow</button></p>
        </form>
        <p>You get {(filter.IsNational ? "the weekly digest, corrections and revisions" : "one mail for each publication that changes something there, and none otherwise")}.
        You confirm first, and leave with one click. Stored are the address (encrypted), what it follows, and the day.</p>
        """;

    private static string Hidden(string name, string? value) => value is null ? "" : $"<input type=\"hidden\" name=\"{name}\" value=\"{Encode(value)}\">";

    private static string FeedQuery(Filter filter) =>
        filter.Jurisdiction is { } id ? $"?jurisdiction={Encode(id)}" : filter.State is { } state ? $"?state={Encode(state)}" : "";

    private static string List(IReadOnlyList<Filter> filters) => $"<ul>{string.Concat(filters.Select(filter => $"<li>{Encode(FilterNames.Of(filter))}</li>"))}</ul>";

    private static string Encode(string text) => Encoder.Encode(text);

    private static string Page(string title, string body) => $"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="robots" content="noindex">
        <title>{Encode(title)} – Detainer Ledger</title>
        <style>{DigestStyle.Sheet}</style>
        </head>
        <body>
        <main>
        <header>
        <p class="name"><a href="/">Detainer Ledger</a></p>
        <h1>{Encode(title)}</h1>
        </header>
        {body}
        </main>
        </body>
        </html>

        """;
}
