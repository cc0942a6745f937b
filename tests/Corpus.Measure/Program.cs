using System.Globalization;
using DetainerLedger.Corpus;
using DetainerLedger.Corpus.Oracle;

if (args is ["--help" or "-h"])
{
    Console.WriteLine(MeasureOptions.Help);
    return 0;
}

if (MeasureOptions.Parse(args, out var error) is not { } options)
{
    Console.Error.WriteLine(error);
    Console.Error.WriteLine(MeasureOptions.Help);
    return 2;
}

var paths = options.Folders
    .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
    .Where(file => !file.EndsWith(".expected.json", StringComparison.Ordinal) && File.Exists(ExpectedFacts.FileOf(file)))
    .Order(StringComparer.Ordinal)
    .ToList();
if (paths.Count == 0)
{
    Console.Error.WriteLine("There is no file with expected facts (*.expected.json) beside it.");
    return 2;
}

var files = new List<MeasuredFile>();
using var lines = options.Lines is null ? null : new StreamWriter(options.Lines);
foreach (var path in paths)
{
    var file = MeasuredFile.Of(path);
    files.Add(file);
    lines?.WriteLine($"{path}: {file.Summary()}");
    if (file.IsFailure)
    {
        Console.WriteLine($"{files.Count,5}/{paths.Count} {path}: {file.Summary()}");
        if (options.Failures is { } folder) Keep(file, Directory.CreateDirectory(folder).FullName);
    }
    else if (files.Count % 50 == 0)
    {
        Console.WriteLine($"{files.Count,5}/{paths.Count}");
    }
}

var table = OutcomeTable.Of(files);
Console.WriteLine();
Console.WriteLine(table);
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Reading took {files.Sum(file => file.Time.TotalSeconds):N1} seconds, {files.Max(file => file.Time.TotalSeconds):N1} for the slowest file."));
if (options.Document is { } document) MeasuredSection.Write(document, $"{options.Caption}\n\n{table}");
return files.Exists(file => file.IsSilent) ? 1 : 0;

static void Keep(MeasuredFile file, string folder)
{
    File.Copy(file.Path, Path.Combine(folder, Path.GetFileName(file.Path)), overwrite: true);
    var expected = ExpectedFacts.FileOf(file.Path);
    File.Copy(expected, Path.Combine(folder, Path.GetFileName(expected)), overwrite: true);
    var said = file.Rating is { } rating
        ? string.Join('\n', rating.Differences.Select(one => $"{(rating.Unsaid.Contains(one) ? "UNSAID " : "said   ")}{one.Section} page {one.Page} row {one.Row} [{one.Kind}] {one.Description}")
            .Concat(rating.NeedlessChecks.Select(check => $"check  {check.Code} page {check.Source?.Page} row {check.Source?.Row} {check.Message}")))
        : file.Failure?.ToString();
    File.WriteAllText(Path.Combine(folder, Path.ChangeExtension(Path.GetFileName(file.Path), ".differences.txt")), $"{file.Summary()}\n\n{said}\n");
}
