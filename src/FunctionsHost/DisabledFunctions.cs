namespace FunctionsHost;

/// <summary>
/// Functions that a setting turns off: <c>AzureWebJobs.NAME.Disabled</c>, or with underscores (<c>AzureWebJobs_NAME_Disabled</c>,
/// <c>AzureWebJobs__NAME__Disabled</c>) where the name of a variable can't contain dots. Their listeners don't start and their routes aren't found.
/// </summary>
internal sealed class DisabledFunctions(IConfiguration configuration)
{
    public bool Contains(string function) =>
        IsOn(configuration[$"AzureWebJobs.{function}.Disabled"])
        || IsOn(configuration[$"AzureWebJobs_{function}_Disabled"])
        || IsOn(configuration[$"AzureWebJobs:{function}:Disabled"]);

    /// <summary>The settings in the form that the WebJobs SDK reads, which doesn't know all of the names.</summary>
    public IEnumerable<KeyValuePair<string, string?>> ForWebJobs(IEnumerable<string> functions) =>
        functions.Where(Contains).Select(function => KeyValuePair.Create($"AzureWebJobs.{function}.Disabled", (string?)"true"));

    private static bool IsOn(string? value) => value is "1" || string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);
}
