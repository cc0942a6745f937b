using DetainerLedger.Pages.Charts.Shapes;

namespace DetainerLedger.Pages.Charts;

/// <summary>A place with its shape.</summary>
/// <param name="IsSmall">Whether the shape needs a ring to be seen.</param>
internal sealed record MapMark(MapPlace Place, MapShape Shape, bool IsSmall)
{
    /// <summary>The name of the link: <c>Travis County, TX: listed; 2 declined</c>.</summary>
    public string Label => $"{Place.Name}: {Place.Facts}";

    public string Class => Place.Listed ? "listed" : "named";

    public int CentreX => Shape.Box.Left + Shape.Box.Width / 2;

    public int CentreY => Shape.Box.Top + Shape.Box.Height / 2;
}
