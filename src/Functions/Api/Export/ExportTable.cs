using DetainerLedger.Functions.Api.Columns;
using DetainerLedger.Functions.Api.Results;

namespace DetainerLedger.Functions.Api.Export;

/// <summary>A table of all facts of one kind in the ledger.</summary>
/// <param name="Name">The file name without its extension: <c>declines</c> for <c>declines.csv</c>.</param>
public abstract record ExportTable(string Name, string Title, string Description)
{
    public string FileName => $"{Name}.csv";

    public abstract IReadOnlyList<IColumn> Fields { get; }

    public required IReadOnlyList<string> PrimaryKey { get; init; }

    public IReadOnlyList<ForeignKey> ForeignKeys { get; init; } = [];

    /// <summary>Writes the table as CSV while it is read, with one week in memory at a time.</summary>
    public abstract Task Write(ExportSource source, Stream output, CancellationToken cancellation);
}

/// <param name="Field">A field of the referencing table. It is empty or has a value of the other table's key.</param>
/// <param name="Key">The key of the other table.</param>
public sealed record ForeignKey(string Field, string Table, string Key);

/// <param name="Read">Reads the rows in batches.</param>
public sealed record ExportTable<TRow>(
    string Name,
    string Title,
    string Description,
    Func<ExportSource, CancellationToken, IAsyncEnumerable<IEnumerable<TRow>>> Read,
    IReadOnlyList<Column<TRow>> Columns) : ExportTable(Name, Title, Description)
{
    public override IReadOnlyList<IColumn> Fields => Columns;

    public override async Task Write(ExportSource source, Stream output, CancellationToken cancellation)
    {
        var csv = new CsvTable<TRow>(Columns);
        await output.WriteAsync(csv.Write([], header: true), cancellation);
        await foreach (var rows in Read(source, cancellation))
        {
            await output.WriteAsync(csv.Write(rows, header: false), cancellation);
            await output.FlushAsync(cancellation);
        }
    }
}
