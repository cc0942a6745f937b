using System.Text.Json.Serialization;

namespace DetainerLedger.History;

/// <summary>Something happened to a file at a watched source, whatever its report says.</summary>
/// <param name="Id">Permanent. The same event always has the same id.</param>
/// <param name="At">When a look found it.</param>
/// <param name="Source">The address of the watched page or file.</param>
/// <param name="Address">The address of the file.</param>
/// <param name="Sha256">The bytes of the file; those that it had, if it was withdrawn.</param>
public sealed record FileEvent(string Id, FileEventKind Kind, DateTimeOffset At, string Source, string Address, string Sha256)
{
    /// <summary>The bytes before, if the file returned or changed.</summary>
    public string? Before { get; init; }

    /// <summary>404 or 410 of a withdrawn file; null if the page no longer linked it.</summary>
    public int? Status { get; init; }

    /// <summary>The day of the event in UTC.</summary>
    [JsonIgnore]
    public DateOnly On => DateOnly.FromDateTime(At.UtcDateTime);

    /// <summary>The first moment at which <c>asOf</c> finds it.</summary>
    [JsonIgnore]
    public DateTimeOffset KnownFrom => At;
}

[JsonConverter(typeof(JsonStringEnumConverter<FileEventKind>))]
public enum FileEventKind
{
    /// <summary>The same address has other bytes.</summary>
    [JsonStringEnumMemberName("file.changed")] Changed,

    /// <summary>The address is gone, or the page doesn't link it any more: confirmed by a second look.</summary>
    [JsonStringEnumMemberName("file.withdrawn")] Withdrawn,

    /// <summary>A withdrawn file is back.</summary>
    [JsonStringEnumMemberName("file.returned")] Returned,
}
