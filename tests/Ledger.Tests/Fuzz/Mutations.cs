namespace DetainerLedger.Tests.Fuzz;

/// <summary>Changes a file in one of many ways: as a bad disk would, and as someone would who knows its format.</summary>
internal static class Mutations
{
    public static byte[] Of(string file, byte[] content, Random random)
    {
        if (random.Next(3) == 0) return Bytes(content, random);
        return Path.GetExtension(file) switch
        {
            ".pdf" => PdfMutations.Of(content, random),
            ".xlsx" => ZipMutations.Of(content, random),
            _ => TextMutations.Of(content, random),
        };
    }

    /// <summary>Whatever the bytes mean.</summary>
    public static byte[] Bytes(byte[] content, Random random)
    {
        if (content.Length < 2) return content;
        var (start, length) = (random.Next(content.Length), random.Next(1, Math.Min(content.Length, 4000)));
        var end = Math.Min(content.Length, start + length);
        return random.Next(6) switch
        {
            0 => content[..start],
            1 => [.. content[..start], .. content[end..]],
            2 => [.. content[..end], .. content[start..]],
            3 => [.. content[..start], .. content[end..], .. content[start..end]],
            4 => [.. content[..start], .. Noise(random, random.Next(1, 50)), .. content[start..]],
            _ => Flipped(content, random),
        };
    }

    private static byte[] Flipped(byte[] content, Random random)
    {
        var flipped = (byte[])content.Clone();
        for (var flips = random.Next(1, 20); flips > 0; flips--) flipped[random.Next(flipped.Length)] ^= (byte)random.Next(1, 256);
        return flipped;
    }

    private static byte[] Noise(Random random, int length)
    {
        var noise = new byte[length];
        random.NextBytes(noise);
        return noise;
    }
}
