using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace DetainerLedger.Watching.Http;

/// <summary>Reports sources that can't be watched as they are configured, each with the name of its setting.</summary>
internal sealed class WatchValidation(IConfiguration configuration) : IValidateOptions<WatchOptions>
{
    /// <summary>Set by Azure for every app.</summary>
    private const string InAzure = "WEBSITE_SITE_NAME";

    private static readonly TimeSpan LongestEvery = TimeSpan.FromDays(31);

    public ValidateOptionsResult Validate(string? name, WatchOptions options)
    {
        var wrong = options.Items.SelectMany((source, i) => Problems(source, $"Sources__{i}__", options)).ToList();
        if (options.Items.Count > 0 && string.IsNullOrWhiteSpace(options.Contact))
            wrong.Add("Sources__Contact must be set to an address at which the operators of the sources can reach you.");
        if (options.Contact.Any(c => c is < ' ' or > '~' or '(' or ')')) wrong.Add("Sources__Contact must be printable ASCII without parentheses.");
        if (options.AllowLocal && configuration[InAzure] is { Length: > 0 }) wrong.Add("Sources__AllowLocal must not be set in Azure.");
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static IEnumerable<string> Problems(SourceSetting source, string setting, WatchOptions options)
    {
        if (source.Page is null == (source.File is null))
        {
            yield return $"{setting}Page or {setting}File must be set, and not both.";
            yield break;
        }

        var (address, named) = source.Page is { } page ? (page, $"{setting}Page") : (source.File!, $"{setting}File");
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            yield return $"{named} must be an absolute address, such as https://agency.example/reports.";
        else if (uri.Scheme == "http" && !options.AllowHttp && !options.AllowLocal)
            yield return $"{named} must use https, unless Sources__AllowHttp is true.";
        if (source.Page is not null && source.Link is null) yield return $"{setting}Link must be set to a regular expression over the addresses that the page links.";
        if (source.Link is not null && !IsPattern(source.Link)) yield return $"{setting}Link is not a regular expression.";
        if (source.File is not null && source.Link is not null) yield return $"{setting}Link needs {setting}Page.";
        if (source.Every < TimeSpan.FromSeconds(1) || source.Every > LongestEvery) yield return $"{setting}Every must be from 00:00:01 to 31.00:00:00.";
    }

    private static bool IsPattern(string link)
    {
        try
        {
            SourceList.Pattern(link);
            return true;
        }
        // RegexParseException is one; a pattern that doesn't support linear matching is the other.
        catch (Exception failure) when (failure is ArgumentException or NotSupportedException)
        {
            return false;
        }
    }
}
