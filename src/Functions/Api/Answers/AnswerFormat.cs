namespace DetainerLedger.Functions.Api.Answers;

/// <summary>What an answer can be made of.</summary>
public enum AnswerFormat
{
    Json,
    Csv,
    Html,
    Text,
    Atom,
    Script,
}

public static class AnswerFormats
{
    /// <summary>What a single resource is to be had as.</summary>
    public static IReadOnlyList<AnswerFormat> JsonOnly { get; } = [AnswerFormat.Json];

    /// <summary>What a list is to be had as.</summary>
    public static IReadOnlyList<AnswerFormat> OfLists { get; } = [AnswerFormat.Json, AnswerFormat.Csv];

    public static IReadOnlyList<AnswerFormat> OfDigests { get; } = [AnswerFormat.Json, AnswerFormat.Html, AnswerFormat.Text];

    /// <summary>As <c>?format=</c> names it.</summary>
    public static string Name(this AnswerFormat format) => format switch
    {
        AnswerFormat.Json => "json",
        AnswerFormat.Csv => "csv",
        AnswerFormat.Html => "html",
        AnswerFormat.Text => "text",
        AnswerFormat.Atom => "atom",
        AnswerFormat.Script => "js",
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };

    /// <summary>As <c>Accept</c> names it.</summary>
    public static string MediaType(this AnswerFormat format) => format switch
    {
        AnswerFormat.Json => "application/json",
        AnswerFormat.Csv => "text/csv",
        AnswerFormat.Html => "text/html",
        AnswerFormat.Text => "text/plain",
        AnswerFormat.Atom => "application/atom+xml",
        AnswerFormat.Script => "text/javascript",
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };

    public static string ContentType(this AnswerFormat format) => $"{format.MediaType()}; charset=utf-8";
}
