using System.Globalization;
using DetainerLedger.Places;
using DetainerLedger.Reports;

namespace DetainerLedger.Checks;

/// <summary>Words a check.</summary>
internal static class Say
{
    public static Check Warning(string code, FormattableString message, SourceLocation? source = null) =>
        new(code, CheckSeverity.Warning, message.ToString(CultureInfo.InvariantCulture), source);

    public static Check Info(string code, FormattableString message, SourceLocation? source = null) =>
        new(code, CheckSeverity.Info, message.ToString(CultureInfo.InvariantCulture), source);

    public static Check Info(string code, string message) => new(code, CheckSeverity.Info, message, null);

    public static string Rows(int count) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? "row" : "rows")}");

    public static string Place(Jurisdiction place) =>
        place.Kind == JurisdictionKind.State || place.State is null ? place.Name : $"{place.Name}, {StateNames.Of(place.State)},";
}
