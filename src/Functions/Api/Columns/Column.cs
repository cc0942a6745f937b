using DetainerLedger.Functions.Api.Results;

namespace DetainerLedger.Functions.Api.Columns;

/// <summary>A column as its users see it.</summary>
public interface IColumn
{
    /// <summary>The path of the field in JSON, with dots.</summary>
    string Name { get; }

    FieldType Type { get; }

    string Description { get; }

    /// <summary>Whether every row has it.</summary>
    bool Required { get; }
}

/// <summary>A column of a table: the lists as CSV, the exports and the schema of the data package are made from it.</summary>
public sealed record Column<TRow>(string Name, FieldType Type, string Description, Func<TRow, object?> Value)
    : CsvColumn<TRow>(Name, Value), IColumn
{
    public bool Required { get; init; }

    /// <summary>The same column of rows that contain these.</summary>
    public Column<TOuter> Within<TOuter>(Func<TOuter, TRow> row) => new(Name, Type, Description, outer => Value(row(outer))) { Required = Required };
}

public static class Columns
{
    /// <inheritdoc cref="Column{TRow}.Within"/>
    public static IEnumerable<Column<TOuter>> Within<TRow, TOuter>(this IEnumerable<Column<TRow>> columns, Func<TOuter, TRow> row) =>
        columns.Select(column => column.Within(row));
}
