namespace DetainerLedger.Corpus;

/// <param name="Folders">Where files with their expected facts are; subfolders too.</param>
/// <param name="Document">A Markdown file to write the tables into, between its markers.</param>
/// <param name="Caption">What is written above the tables.</param>
/// <param name="Failures">A folder to copy files into that were not read right although they could be.</param>
/// <param name="Lines">A file to write a line about each file into.</param>
internal sealed record MeasureOptions(IReadOnlyList<string> Folders, string? Document, string Caption, string? Failures, string? Lines)
{
    public const string Help = """
        Reads files whose facts are known, and counts how many are read right.

        Usage: Corpus.Measure FOLDER... [options]

          --write FILE       write the tables into a Markdown file, between <!-- measured --> and <!-- /measured -->
          --caption TEXT     what is written above them
          --failures FOLDER  copy files into it that are not read right although they could be, each with its expected facts, the differences and the checks
          --lines FILE       write a line about each file
          --help             show this

        The exit code is 0 when no file is silently wrong, 1 when one is, 2 when the arguments can't be used.
        """;

    public static MeasureOptions? Parse(IReadOnlyList<string> arguments, out string? error)
    {
        var folders = new List<string>();
        var options = new Dictionary<string, string>();
        error = null;
        for (var index = 0; index < arguments.Count; index++)
        {
            var argument = arguments[index];
            if (!argument.StartsWith("--", StringComparison.Ordinal)) folders.Add(argument);
            else if (argument is not ("--write" or "--caption" or "--failures" or "--lines")) error ??= $"{argument} isn't an option.";
            else if (++index == arguments.Count) error ??= $"{argument} needs a value.";
            else options[argument] = arguments[index];
        }

        if (folders.Count == 0) error ??= "Name a folder with files to read.";
        error ??= folders.Find(folder => !Directory.Exists(folder)) is { } absent ? $"There is no folder {absent}." : null;
        return error is null
            ? new MeasureOptions(folders, options.GetValueOrDefault("--write"), options.GetValueOrDefault("--caption", ""), options.GetValueOrDefault("--failures"), options.GetValueOrDefault("--lines"))
            : null;
    }
}
