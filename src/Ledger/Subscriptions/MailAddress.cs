using System.Buffers;

namespace DetainerLedger.Subscriptions;

/// <summary>
/// Accepts the addresses that all mail servers accept: no quotes, no comments, no display names, no letters outside of ASCII. What is refused
/// here can't smuggle a header or a second recipient into a mail.
/// </summary>
public static class MailAddress
{
    public const int MaxLength = 254;
    private const int MaxLocalPart = 64;

    private static readonly SearchValues<char> LocalPart =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&'*+-/=?^_`{|}~.");
    private static readonly SearchValues<char> Label = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    /// <returns>The address in lowercase, by which it is found; null when it isn't one.</returns>
    public static string? Normalize(string? text)
    {
        if (text is null || text.Trim(' ') is not { Length: > 0 and <= MaxLength } address) return null;
        if (address.Split('@') is not [{ Length: > 0 and <= MaxLocalPart } local, var domain]) return null;
        if (local.AsSpan().ContainsAnyExcept(LocalPart) || local.StartsWith('.') || local.EndsWith('.') || local.Contains("..", StringComparison.Ordinal)) return null;
        var labels = domain.ToLowerInvariant().Split('.');
        return labels.Length >= 2 && labels.All(IsLabel) && !labels[^1].All(char.IsAsciiDigit) ? $"{local.ToLowerInvariant()}@{domain.ToLowerInvariant()}" : null;
    }

    private static bool IsLabel(string label) =>
        label is { Length: > 0 and <= 63 } && !label.AsSpan().ContainsAnyExcept(Label) && !label.StartsWith('-') && !label.EndsWith('-');
}
