using System.Globalization;

namespace DetainerLedger.Pages.Charts.Shapes;

/// <summary>
/// The drawings that <c>eng/places/write-shapes.mjs</c> writes, read once from the assembly.
/// The nation's drawing has the fifty states and the District of Columbia with their counties, but no territory.
/// </summary>
internal static class MapAtlas
{
    private static readonly Lazy<MapSheet> OfNation = new(() => Read("nation.tsv").Single().Value);
    private static readonly Lazy<Dictionary<string, MapSheet>> OfStates = new(() => Read("states.tsv"));

    public static MapSheet Nation => OfNation.Value;

    /// <param name="fips">Two digits.</param>
    /// <returns>The state's counties; null if there is no such state.</returns>
    public static MapSheet? State(string fips) => OfStates.Value.GetValueOrDefault(fips);

    private static Dictionary<string, MapSheet> Read(string file)
    {
        using var stream = typeof(MapAtlas).Assembly.GetManifestResourceStream(typeof(MapAtlas), file)
            ?? throw new InvalidOperationException($"{file} is not embedded in the assembly.");
        using var reader = new StreamReader(stream);
        var rows = new List<string[]>();
        while (reader.ReadLine() is { } line)
            if (!line.StartsWith('#')) rows.Add(line.Split('\t'));
        // A row of two columns begins a drawing.
        var starts = Enumerable.Range(0, rows.Count).Where(i => rows[i].Length == 2).Append(rows.Count).ToList();
        return starts.Zip(starts.Skip(1), (start, end) => rows[start..end]).ToDictionary(sheet => sheet[0][0], Sheet);
    }

    private static MapSheet Sheet(List<string[]> rows)
    {
        var size = Numbers(rows[0][1]);
        return new MapSheet(size[0], size[1], rows.Skip(1).Select(Shape));
    }

    private static MapShape Shape(string[] row)
    {
        var box = Numbers(row[1]);
        return new MapShape(row[0], new ShapeBox(box[0], box[1], box[2], box[3]), row[2]);
    }

    private static int[] Numbers(string text) => [.. text.Split(' ').Select(number => int.Parse(number, CultureInfo.InvariantCulture))];
}
