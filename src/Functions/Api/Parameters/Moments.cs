using System.Globalization;
using System.Text.RegularExpressions;

namespace DetainerLedger.Functions.Api.Parameters;

/// <summary>The values of <c>asOf</c>: a day, which means its end in UTC, or an instant in ISO 8601.</summary>
public static partial class Moments
{
    private static readonly int TickLength = ":00.0000000".Length;

    public static bool TryParse(string text, out DateTimeOffset moment)
    {
        if (Days.TryParse(text, out var day))
        {
            moment = new DateTimeOffset(day, TimeOnly.MaxValue, TimeSpan.Zero);
            return true;
        }
        moment = default;
        return Instant().Match(text) is { Success: true } match
            && DateTimeOffset.TryParse(Normal(match), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out moment);
    }

    // Ticks have seven digits; the minutes of an offset are optional.
    private static string Normal(Match match)
    {
        var parts = match.Groups;
        var seconds = parts["seconds"].Value;
        var offset = parts["sign"] is { Success: true } sign
            ? $"{(sign.Value == " " ? "+" : sign.Value)}{parts["hours"]}:{(parts["minutes"].Success ? parts["minutes"] : "00")}"
            : "Z";
        return $"{parts["minute"].Value.ToUpperInvariant()}{(seconds.Length > TickLength ? seconds[..TickLength] : seconds)}{offset}";
    }

    // An unescaped '+' in a query arrives as a space, and is restored.
    [GeneratedRegex(@"^(?<minute>[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2})(?<seconds>:[0-9]{2}(\.[0-9]{1,20})?)?"
        + @"([Zz]|(?<sign>[-+ ])(?<hours>[0-9]{2})(:?(?<minutes>[0-9]{2}))?)?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Instant();
}
