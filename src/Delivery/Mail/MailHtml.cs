using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace DetainerLedger.Delivery.Mail;

/// <summary>
/// Renders a mail as simple HTML: headings, paragraphs, lists and links. No image, no script, nothing from another host; colors only where
/// they are readable on light and dark backgrounds alike. Text from a report is encoded.
/// </summary>
public static class MailHtml
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Render(MailContent mail)
    {
        var html = new StringBuilder($"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{Encode(mail.Subject)}</title>
            </head>
            <body style="margin:0;padding:24px 16px;font:17px/1.5 Georgia,'Times New Roman',serif">
            <div role="article" lang="en" aria-label="{Encode(mail.Subject)}" style="max-width:600px;margin:0 auto">
            <p style="margin:0 0 16px;font-size:15px;border-bottom:1px solid;padding-bottom:8px">Detainer Ledger</p>
            <h1 style="margin:0 0 16px;font-size:24px;line-height:1.25">{Encode(mail.Subject)}</h1>

            """);
        if (mail.ParagraphsHtml is { } paragraphs) html.Append(paragraphs).Append('\n');
        else foreach (var paragraph in mail.Paragraphs) html.Append($"<p>{Encode(paragraph)}</p>\n");
        foreach (var section in mail.Sections) Append(html, section);
        foreach (var action in mail.Actions) html.Append($"<p><a href=\"{Encode(action.Url)}\"><strong>{Encode(action.Text)}</strong></a></p>\n");
        html.Append($"<div style=\"margin-top:32px;border-top:1px solid;padding-top:8px;font-size:15px\">\n<p>{Encode(mail.Footer)}</p>\n");
        if (mail.FooterLinks.Count > 0) html.Append($"<p>{string.Join(" · ", mail.FooterLinks.Select(Link))}</p>\n");
        return html.Append("</div>\n</div>\n</body>\n</html>\n").ToString();
    }

    private static void Append(StringBuilder html, MailSection section)
    {
        var heading = section.Link is { } link ? Link(new MailLink(section.Heading, link)) : Encode(section.Heading);
        html.Append($"<h2 style=\"margin:24px 0 8px;font-size:19px;line-height:1.3\">{heading}</h2>\n");
        if (section.Sentences.Count == 0) return;
        html.Append("<ul style=\"margin:0;padding-left:20px\">\n");
        foreach (var sentence in section.Sentences) html.Append($"<li>{Encode(sentence)}</li>\n");
        html.Append("</ul>\n");
    }

    private static string Link(MailLink link) => $"<a href=\"{Encode(link.Url)}\">{Encode(link.Text)}</a>";

    private static string Encode(string text) => Encoder.Encode(text);
}
