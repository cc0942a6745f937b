using System.Collections.Frozen;

namespace DetainerLedger.Pages.Charts.Shapes;

/// <summary>A drawing: the size of its canvas and its shapes.</summary>
internal sealed class MapSheet(int width, int height, IEnumerable<MapShape> shapes)
{
    private readonly FrozenDictionary<string, MapShape> _shapes = shapes.ToFrozenDictionary(shape => shape.Fips);

    public int Width => width;

    public int Height => height;

    /// <summary>All shapes, ordered by code: the whole states before the counties.</summary>
    public IReadOnlyList<MapShape> Shapes { get; } =
        [.. shapes.OrderBy(shape => shape.Fips.Length).ThenBy(shape => shape.Fips, StringComparer.Ordinal)];

    public MapShape? Find(string? fips) => fips is null ? null : _shapes.GetValueOrDefault(fips);
}
