namespace DetainerLedger.Places;

/// <summary>The tables of this folder, which the assembly carries: tabs between columns, and comments behind <c>#</c>.</summary>
internal static class PlaceTable
{
    public static IEnumerable<string[]> Read(string file)
    {
        using var stream = typeof(PlaceTable).Assembly.GetManifestResourceStream(typeof(PlaceTable), file)
            ?? throw new InvalidOperationException($"The assembly does not carry {file}.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            if (!line.StartsWith('#')) yield return line.Split('\t');
    }
}
