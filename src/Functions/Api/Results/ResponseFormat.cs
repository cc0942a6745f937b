namespace DetainerLedger.Functions.Api.Results;

/// <summary>The format of a response.</summary>
public enum ResponseFormat
{
    Json,
    Csv,
    Html,
    Text,
    Atom,
    Script,
    Css,
    Svg,
    Xml,
}

public static class ResponseFormats
{
    /// <summary>The formats of a single resource.</summary>
    public static IReadOnlyList<ResponseFormat> JsonOnly { get; } = [ResponseFormat.Json];

    /// <summary>The format of a page.</summary>
    public static IReadOnlyList<ResponseFormat> HtmlOnly { get; } = [ResponseFormat.Html];

    /// <summary>The formats of a list.</summary>
    public static IReadOnlyList<ResponseFormat> OfLists { get; } = [ResponseFormat.Json, ResponseFormat.Csv];

    public static IReadOnlyList<ResponseFormat> OfDigests { get; } = [ResponseFormat.Json, ResponseFormat.Html, ResponseFormat.Text];

    /// <summary>The value in <c>?format=</c>.</summary>
    public static string Name(this ResponseFormat format) => format switch
    {
        ResponseFormat.Json => "json",
        ResponseFormat.Csv => "csv",
        ResponseFormat.Html => "html",
        ResponseFormat.Text => "text",
        ResponseFormat.Atom => "atom",
        ResponseFormat.Script => "js",
        ResponseFormat.Css => "css",
        ResponseFormat.Svg => "svg",
        ResponseFormat.Xml => "xml",
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };

    /// <summary>The media type in <c>Accept</c>.</summary>
    public static string MediaType(this ResponseFormat format) => format switch
    {
        ResponseFormat.Json => "application/json",
        ResponseFormat.Csv => "text/csv",
        ResponseFormat.Html => "text/html",
        ResponseFormat.Text => "text/plain",
        ResponseFormat.Atom => "application/atom+xml",
        ResponseFormat.Script => "text/javascript",
        ResponseFormat.Css => "text/css",
        ResponseFormat.Svg => "image/svg+xml",
        ResponseFormat.Xml => "application/xml",
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };

    public static string ContentType(this ResponseFormat format) => $"{format.MediaType()}; charset=utf-8";
}
