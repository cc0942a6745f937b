using DetainerLedger.Functions.Api.Results;

namespace DetainerLedger.Functions.Api.Columns;

/// <summary>The published description of a column.</summary>
public interface IColumn
{
    /// <summary>The dotted path of the field in JSON.</summary>
    string Name { get; }

    FieldType Type { get; }

    string Description { get; }

    /// <summary>Whether every row has a value.</summary>
    bool Required { get; }
}

/// <summary>A column of a table. CSV lists, exports and the schema of the data package are generated from it.</summary>
public sealed record Column<TRow>(string Name, FieldType Type, string Description, Func<TRow, object?> Value)
    : CsvColumn<TRow>(Name, Value), IColumn
{
    public bool Required { get; init; }

    /// <summary>The same column for rows that contain a <typeparamref name="TRow"/>.</summary>
    public Column<TOuter> Within<TOuter>(Func<TOuter, TRow> row) => new(Name, Type, Description, outer => Value(row(outer))) { Required = Required };
}

public static class Columns
{
    /// <inheritdoc cref="Column{TRow}.Within"/>
    public static IEnumerable<Column<TOuter>> Within<TRow, TOuter>(this IEnumerable<Column<TRow>> columns, Func<TOuter, TRow> row) =>
        columns.Select(column => column.Within(row));
}
