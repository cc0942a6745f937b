using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace DetainerLedger.Tests.Fuzz;

/// <summary>Changes what is in the streams of a PDF, and the values around them.</summary>
internal static partial class PdfMutations
{
    public static byte[] Of(byte[] pdf, Random random)
    {
        var streams = Streams(pdf);
        if (streams.Count == 0 || random.Next(3) == 0) return AroundStreams(pdf, streams, random);

        var (start, end) = streams[random.Next(streams.Count)];
        if (Inflate(pdf[start..end]) is not { } inflated) return Replace(pdf, start, end, Mutations.Bytes(pdf[start..end], random));
        var changed = random.Next(2) == 0 ? Mutations.Bytes(inflated, random) : TextMutations.Of(inflated, random);
        return Replace(pdf, start, end, Deflate(changed));
    }

    private static byte[] AroundStreams(byte[] pdf, List<(int Start, int End)> streams, Random random)
    {
        var gaps = streams.Select(stream => stream.End).Prepend(0).Zip(streams.Select(stream => stream.Start).Append(pdf.Length)).Where(gap => gap.First < gap.Second).ToList();
        var (start, end) = gaps[random.Next(gaps.Count)];
        return [.. pdf[..start], .. TextMutations.Of(pdf[start..end], random), .. pdf[end..]];
    }

    // Where the new one is shorter, all else stays where it is: a file that is whole but for that.
    private static byte[] Replace(byte[] pdf, int start, int end, byte[] stream) =>
        stream.Length <= end - start ? [.. pdf[..start], .. stream, .. new byte[end - start - stream.Length], .. pdf[end..]] : [.. pdf[..start], .. stream, .. pdf[end..]];

    private static List<(int Start, int End)> Streams(byte[] pdf)
    {
        var streams = new List<(int, int)>();
        foreach (Match begin in Begin().Matches(Encoding.Latin1.GetString(pdf)))
        {
            var start = begin.Index + begin.Length;
            var length = pdf.AsSpan(start).IndexOf("endstream"u8);
            if (length > 0) streams.Add((start, start + length));
        }

        return streams;
    }

    private static byte[]? Inflate(byte[] stream)
    {
        try
        {
            using var inflating = new ZLibStream(new MemoryStream(stream), CompressionMode.Decompress);
            using var inflated = new MemoryStream();
            inflating.CopyTo(inflated);
            return inflated.ToArray();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static byte[] Deflate(byte[] content)
    {
        using var deflated = new MemoryStream();
        using (var deflating = new ZLibStream(deflated, CompressionLevel.SmallestSize)) deflating.Write(content);
        return deflated.ToArray();
    }

    [GeneratedRegex(@"(?<!end)stream\r?\n")]
    private static partial Regex Begin();
}
