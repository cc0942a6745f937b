namespace DetainerLedger.History;

/// <summary>A file was seen at a source, or in an archive of one.</summary>
/// <param name="Address">The address of the file at the source; null if unknown.</param>
public sealed record Sighting(DateTimeOffset At, string? Address);
