using System.Globalization;
using System.Text.Json.Serialization;

namespace DetainerLedger.Reports;

/// <summary>A question that a careful reader would raise about a report. It is published with the report and changes nothing in it.</summary>
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

    /// <summary>Published facts are missing, not just doubtful.</summary>
    [JsonStringEnumMemberName("error")] Error,
}
