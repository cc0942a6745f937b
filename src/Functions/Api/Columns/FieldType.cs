namespace DetainerLedger.Functions.Api.Columns;

/// <summary>The type of a field, in terms of Table Schema.</summary>
/// <param name="Type">A Table Schema type, such as <c>string</c>.</param>
/// <param name="Format">A Table Schema format, such as <c>any</c>; null for the type's default.</param>
public sealed record FieldType(string Type, string? Format = null)
{
    public static FieldType Text { get; } = new("string");

    public static FieldType Count { get; } = new("integer") { Minimum = 0 };

    /// <summary>An ordinal number, from 1.</summary>
    public static FieldType Number { get; } = new("integer") { Minimum = 1 };

    public static FieldType Day { get; } = new("date");

    /// <summary>An instant. The type's default format has no fractions of a second.</summary>
    public static FieldType Moment { get; } = new("datetime", "any");

    /// <summary>A JSON array of strings.</summary>
    public static FieldType Texts { get; } = new("array");

    public int? Minimum { get; init; }

    public string? Pattern { get; init; }

    public IReadOnlyList<string> OneOf { get; init; } = [];

    public static FieldType Word(params IReadOnlyList<string> oneOf) => Text with { OneOf = oneOf };

    public static FieldType Code(string pattern) => Text with { Pattern = pattern };
}
