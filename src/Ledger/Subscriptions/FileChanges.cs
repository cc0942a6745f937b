using DetainerLedger.History;

namespace DetainerLedger.Subscriptions;

/// <summary>The events of files at watched sources: changed in place, withdrawn, returned.</summary>
public sealed class FileChanges(IIndexReader ledger) : IChangeSource
{
    private const string Prefix = "file-";

    public async Task<IReadOnlyList<LedgerChange>> ReadChanges(CancellationToken cancellation) => Of(await ledger.ReadCurrent(cancellation));

    /// <summary>A pure function of what is known.</summary>
    public static IReadOnlyList<LedgerChange> Of(LedgerView view) =>
        [.. view.Files.Select(file => new LedgerChange(Prefix + file.Id, TypeOf(file.Kind), file.At, "/sources"))];

    public async Task<ChangeDetails?> ReadDetails(LedgerChange change, CancellationToken cancellation)
    {
        if (!change.Id.StartsWith(Prefix, StringComparison.Ordinal)) return null;
        var view = await ledger.ReadCurrent(cancellation);
        return view.Files.FirstOrDefault(file => Prefix + file.Id == change.Id) is { } file ? Details(file) : null;
    }

    private static ChangeDetails Details(FileEvent file)
    {
        var on = IndexChanges.Day(file.On);
        return file switch
        {
            { Kind: FileEventKind.Changed } => new ChangeDetails("A file changed in place", [$"On {on}, {file.Address} had another file than before."], []),
            { Kind: FileEventKind.Returned } => new ChangeDetails("A withdrawn file is back", [$"On {on}, {file.Address} had a file again."], []),
            { Status: null } => new ChangeDetails("A file was withdrawn", [$"On {on}, the page {file.Source} no longer linked {file.Address}."], []),
            _ => new ChangeDetails("A file was withdrawn", [$"On {on}, the file was no longer at {file.Address}."], []),
        };
    }

    private static string TypeOf(FileEventKind kind) => kind switch
    {
        FileEventKind.Changed => ChangeTypes.FileChanged,
        FileEventKind.Withdrawn => ChangeTypes.FileWithdrawn,
        _ => ChangeTypes.FileReturned,
    };
}
