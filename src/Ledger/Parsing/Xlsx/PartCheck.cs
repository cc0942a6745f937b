using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace DetainerLedger.Parsing.Xlsx;

/// <summary>
/// Reads an XML part of a workbook once only to check its structure. The library that reads its contents has no limits of its own,
/// and would keep each level of nesting, each new name and each text in memory, or run out of stack.
/// </summary>
/// <param name="deepest">As in <see cref="ReadingLimits.Nesting"/>; a cell's text is at most nine levels deep.</param>
internal sealed class PartCheck(int deepest, CancellationToken cancellation)
{
    // Several times the names of the whole standard.
    private const int MostNames = 10_000;

    // A cell has at most 32,767 characters; each may be written as a reference of nine bytes.
    private const int LongestText = 1024 * 1024;

    /// <param name="largest">The number of bytes allowed for the part.</param>
    /// <exception cref="OversizeException">A limit is exceeded.</exception>
    /// <exception cref="XmlException">It isn't XML, or declares entities.</exception>
    public void Read(OpenXmlPart part, long largest = long.MaxValue)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            NameTable = new LimitedNames(),
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        };
        using var tags = new TagStream(part.GetStream(FileMode.Open, FileAccess.Read), largest, LongestText, cancellation);
        using var xml = XmlReader.Create(tags, settings);
        var chunk = new char[4096];
        while (xml.Read())
        {
            if (xml.Depth > deepest) throw new OversizeException($"The file is nested more than {deepest} levels deep.");

            // CDATA may contain text that looks like tags.
            if (xml.NodeType != XmlNodeType.CDATA) continue;
            var length = 0;
            for (int read; (read = xml.ReadValueChunk(chunk, 0, chunk.Length)) > 0;)
                if ((length += read) > LongestText)
                    throw new OversizeException($"A cell holds more than {LongestText:N0} characters.");
        }
    }

    private sealed class LimitedNames : NameTable
    {
        private int _added;

        public override string Add(char[] key, int start, int len) => Get(key, start, len) ?? Count(base.Add(key, start, len));

        public override string Add(string key) => Get(key) ?? Count(base.Add(key));

        private string Count(string name) =>
            ++_added <= MostNames ? name : throw new OversizeException($"The file uses more than {MostNames:N0} names of elements, as no workbook does.");
    }
}
