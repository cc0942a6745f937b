using System.Globalization;
using System.Text.Json.Serialization;

namespace DetainerLedger.Reports;

/// <summary>What a careful reader would question in a report. It is published with the report and changes nothing in it.</summary>
public sealed record Check(string Code, CheckSeverity Severity, string Message, SourceLocation? Source)
{
    internal static Check Warning(string code, FormattableString message, SourceLocation? source = null) =>
        new(code, CheckSeverity.Warning, message.ToString(CultureInfo.InvariantCulture), source);

    internal static Check Info(string code, FormattableString message, SourceLocation? source = null) =>
        new(code, CheckSeverity.Info, message.ToString(CultureInfo.InvariantCulture), source);
}

[JsonConverter(typeof(JsonStringEnumConverter<CheckSeverity>))]
public enum CheckSeverity
{
    [JsonStringEnumMemberName("info")] Info,
    [JsonStringEnumMemberName("warning")] Warning,

    /// <summary>Facts are missing from what was published, not only in doubt.</summary>
    [JsonStringEnumMemberName("error")] Error,
}
