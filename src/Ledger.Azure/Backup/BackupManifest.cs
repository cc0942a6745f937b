using System.Text.Json.Serialization;

namespace DetainerLedger.Storage.Backup;

/// <summary>What a backup consists of. It is written last: a folder without it has no complete backup.</summary>
/// <param name="Format">The version of the format; see <see cref="CurrentFormat"/>.</param>
/// <param name="IndexVersion">The version of the ledger's index that the backup has. Two backups with the same version have the same publications.</param>
/// <param name="Originals">The list of the archived files, one SHA-256 a line.</param>
/// <param name="Dropped">The dropped files that had not been archived yet.</param>
public sealed record BackupManifest(
    int Format,
    DateTimeOffset TakenAt,
    string IndexVersion,
    IReadOnlyList<BackupTable> Tables,
    BackupFile Originals,
    IReadOnlyList<DroppedFile> Dropped)
{
    public const int CurrentFormat = 1;
}

/// <summary>A file of a backup. Its name contains the beginning of its hash, so that a new backup never overwrites an earlier one.</summary>
/// <param name="Lines">The number of its lines.</param>
/// <param name="Sha256">In lower-case hex.</param>
public sealed record BackupFile(string Name, long Lines, string Sha256);

/// <param name="Name">The name of the table without the ledger's prefix.</param>
/// <param name="File">One entity a line.</param>
public sealed record BackupTable(string Name, BackupFile File);

/// <summary>A file in the container <c>reports</c> without a settled arrival. It is dropped again by a restore, after everything else.</summary>
/// <param name="Name">The blob's full name.</param>
/// <param name="Sha256">Under which the folder has its bytes, in lower-case hex.</param>
/// <param name="ArrivalId">The arrival of this version of the blob, if it was recorded.</param>
public sealed record DroppedFile(string Name, string Sha256, string ArrivalId, IReadOnlyDictionary<string, string> Metadata);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(BackupManifest))]
internal sealed partial class BackupJson : JsonSerializerContext;

/// <summary>A backup can't be taken or restored. The message is for the operator.</summary>
public sealed class BackupException(string message, Exception? cause = null) : Exception(message, cause);
