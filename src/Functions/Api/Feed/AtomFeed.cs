using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace DetainerLedger.Functions.Api.Feed;

/// <summary>Writes a feed as Atom (RFC 4287).</summary>
public static class AtomFeed
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), Indent = true };

    /// <param name="newestFirst">The entries.</param>
    /// <param name="self">The absolute link to the feed.</param>
    /// <param name="page">The path of the page with the same content.</param>
    /// <param name="link">Makes an absolute link from a path.</param>
    public static byte[] Write(IReadOnlyList<FeedEntry> newestFirst, string title, string self, string page, Func<string, string> link)
    {
        // An empty feed needs a time too, and the same one for every request.
        var updated = newestFirst.Count > 0 ? newestFirst[0].Updated : DateTimeOffset.UnixEpoch;
        var feed = new XElement(
            Atom + "feed",
            Element("id", FeedEntry.FeedId), Element("title", title), Time(updated),
            new XElement(Atom + "author", Element("name", "Detainer Ledger")),
            Link("self", "application/atom+xml", self),
            Link("alternate", "text/html", link(page)),
            newestFirst.Select(entry => new XElement(
                Atom + "entry",
                Element("id", entry.Id), Element("title", entry.Title), Time(entry.Updated),
                // Feed readers open the first.
                Link("alternate", "text/html", link(entry.Page)),
                Link("related", "application/json", link(entry.Data)),
                new XElement(Atom + "content", new XAttribute("type", "text"), Legible(entry.Text)))));

        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, Settings)) feed.Save(xml);
        return bytes.ToArray();
    }

    private static XElement Element(string name, string text) => new(Atom + name, Legible(text));

    private static XElement Time(DateTimeOffset moment) =>
        Element("updated", moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));

    private static XElement Link(string relation, string type, string address) =>
        new(Atom + "link", new XAttribute("rel", relation), new XAttribute("type", type), new XAttribute("href", address));

    // Text from a file may contain characters that are not allowed in XML.
    private static string Legible(string text) => string.Concat(text.EnumerateRunes().Select(rune =>
        rune.Value is < 0x20 and not ('\t' or '\n' or '\r') or 0xFFFE or 0xFFFF ? Rune.ReplacementChar : rune));
}
