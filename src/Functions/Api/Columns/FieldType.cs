namespace DetainerLedger.Functions.Api.Columns;

/// <summary>What the cells of a field are, in the words of Table Schema.</summary>
/// <param name="Type">As <c>string</c>.</param>
/// <param name="Format">As <c>any</c>; null for the type's own.</param>
public sealed record FieldType(string Type, string? Format = null)
{
    public static FieldType Text { get; } = new("string");

    public static FieldType Count { get; } = new("integer") { Minimum = 0 };

    /// <summary>Counts from 1.</summary>
    public static FieldType Number { get; } = new("integer") { Minimum = 1 };

    public static FieldType Day { get; } = new("date");

    /// <summary>With fractions of a second, which the type's own format has not.</summary>
    public static FieldType Moment { get; } = new("datetime", "any");

    /// <summary>A JSON array of texts.</summary>
    public static FieldType Texts { get; } = new("array");

    public int? Minimum { get; init; }

    public string? Pattern { get; init; }

    public IReadOnlyList<string> OneOf { get; init; } = [];

    public static FieldType Word(params IReadOnlyList<string> oneOf) => Text with { OneOf = oneOf };

    public static FieldType Code(string pattern) => Text with { Pattern = pattern };
}
