namespace DetainerLedger.Pages.Charts.Shapes;

/// <summary>The outline of a state or county in a drawing.</summary>
/// <param name="Fips">Two digits for a state, five for a county.</param>
/// <param name="Box">The smallest box around it.</param>
/// <param name="Path">An SVG path.</param>
internal sealed record MapShape(string Fips, ShapeBox Box, string Path);

internal readonly record struct ShapeBox(int Left, int Top, int Width, int Height);
