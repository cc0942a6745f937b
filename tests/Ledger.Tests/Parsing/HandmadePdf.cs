using System.IO.Compression;
using System.Text;

namespace DetainerLedger.Tests.Parsing;

/// <summary>A PDF from objects that are written by hand; the first is the catalogue.</summary>
internal sealed class HandmadePdf
{
    private readonly List<byte[]> _objects = [];

    /// <summary>A catalogue, a page tree and one page with what the fields say.</summary>
    public static HandmadePdf OnePage(string pageFields = "/Contents 4 0 R", string catalogueFields = "") => new HandmadePdf()
        .Add($"<< /Type /Catalog /Pages 2 0 R {catalogueFields} >>")
        .Add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
        .Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] {pageFields} >>");

    public HandmadePdf Add(string value)
    {
        _objects.Add(Encoding.Latin1.GetBytes(value));
        return this;
    }

    public HandmadePdf AddStream(byte[] content, string fields = "")
    {
        _objects.Add([.. Encoding.Latin1.GetBytes($"<< /Length {content.Length} {fields} >>\nstream\n"), .. content, .. "\nendstream"u8]);
        return this;
    }

    public HandmadePdf AddStream(string content, string fields = "") => AddStream(Encoding.Latin1.GetBytes(content), fields);

    /// <summary>A stream of which a stretch is repeated, compressed as it is written.</summary>
    public HandmadePdf AddDeflated(string stretch, long times = 1, string fields = "") => AddStream(Deflate(stretch, times), "/Filter /FlateDecode " + fields);

    public static byte[] Deflate(string stretch, long times)
    {
        var written = new MemoryStream();
        using (var deflating = new ZLibStream(written, CompressionLevel.Fastest))
        {
            var block = Encoding.Latin1.GetBytes(string.Concat(Enumerable.Repeat(stretch, Math.Max(1, 100_000 / stretch.Length))));
            var left = times * stretch.Length;
            for (; left > 0; left -= block.Length) deflating.Write(block, 0, (int)Math.Min(left, block.Length));
        }

        return written.ToArray();
    }

    public byte[] Build()
    {
        var file = new MemoryStream();
        var places = new List<long>();
        file.Write("%PDF-1.7\n"u8);
        for (var number = 1; number <= _objects.Count; number++)
        {
            places.Add(file.Position);
            file.Write(Encoding.Latin1.GetBytes($"{number} 0 obj\n"));
            file.Write(_objects[number - 1]);
            file.Write("\nendobj\n"u8);
        }

        var table = file.Position;
        file.Write(Encoding.Latin1.GetBytes($"xref\n0 {_objects.Count + 1}\n0000000000 65535 f \n"));
        foreach (var place in places) file.Write(Encoding.Latin1.GetBytes($"{place:0000000000} 00000 n \n"));
        file.Write(Encoding.Latin1.GetBytes($"trailer\n<< /Size {_objects.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n"));
        return file.ToArray();
    }
}
