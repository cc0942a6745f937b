using System.Text.Json;

namespace Runner;

/// <summary>The outcome of a dropped file, as text.</summary>
internal sealed record FileOutcome(string Text, bool IsRejected)
{
    public static FileOutcome Of(JsonElement report)
    {
        var state = report.GetProperty("state").GetString()!;
        if (state == "rejected")
        {
            var error = report.GetProperty("error");
            return new FileOutcome($"rejected, {error.GetProperty("code").GetString()}: {error.GetProperty("message").GetString()}", IsRejected: true);
        }

        return report.GetProperty("week").GetString() is { } week
            ? new FileOutcome($"{state}: the week of {week}, revision {report.GetProperty("revision").GetInt32()}", IsRejected: false)
            : new FileOutcome($"{state}: a notice of corrections", IsRejected: false);
    }
}
