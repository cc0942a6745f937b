using System.Globalization;
using System.Text.RegularExpressions;

namespace DetainerLedger.Functions.Api.Parameters;

/// <summary>The moment that <c>asOf</c> asks for: a day, which means its end in UTC, or an instant in ISO 8601.</summary>
public static partial class Moments
{
    public static bool TryParse(string text, out DateTimeOffset moment)
    {
        if (Days.TryParse(text, out var day))
        {
            moment = new DateTimeOffset(day, TimeOnly.MaxValue, TimeSpan.Zero);
            return true;
        }
        moment = default;
        return Instant().Match(text) is { Success: true } match
            && DateTimeOffset.TryParse(Normal(match), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out moment);
    }

    // Ticks have seven digits; the minutes of an offset may be left out.
    private static string Normal(Match match)
    {
        var fraction = match.Groups["fraction"].Value;
        var offset = match.Groups["sign"] is { Success: true } sign
            ? $"{(sign.Value == " " ? "+" : sign.Value)}{match.Groups["hours"]}:{(match.Groups["minutes"].Success ? match.Groups["minutes"] : "00")}"
            : "Z";
        return $"{match.Groups["local"].Value.ToUpperInvariant()}{(fraction.Length > 8 ? fraction[..8] : fraction)}{offset}";
    }

    // A '+' that wasn't escaped in a query arrives as a blank, and is put back.
    [GeneratedRegex(@"^(?<local>[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}(:[0-9]{2}(?<fraction>\.[0-9]{1,20})?)?)"
        + @"([Zz]|(?<sign>[-+ ])(?<hours>[0-9]{2})(:?(?<minutes>[0-9]{2}))?)?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Instant();
}
