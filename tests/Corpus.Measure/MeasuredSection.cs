namespace DetainerLedger.Corpus;

/// <summary>Replaces the text between two markers of a Markdown file.</summary>
internal static class MeasuredSection
{
    private const string Begin = "<!-- measured -->";
    private const string End = "<!-- /measured -->";

    /// <exception cref="InvalidDataException">The file has no such markers.</exception>
    public static void Write(string file, string content)
    {
        var text = File.ReadAllText(file);
        var (start, end) = (text.IndexOf(Begin, StringComparison.Ordinal), text.IndexOf(End, StringComparison.Ordinal));
        if (start < 0 || end < start) throw new InvalidDataException($"{file} has no {Begin} followed by {End}.");
        File.WriteAllText(file, string.Concat(text.AsSpan(0, start + Begin.Length), "\n", content.ReplaceLineEndings("\n"), text.AsSpan(end)));
    }
}
