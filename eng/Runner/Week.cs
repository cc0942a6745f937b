using System.Globalization;
using System.Text.Json;

namespace Runner;

internal sealed record Week(string FirstDay, int? Issued, int Declined, int Listed, int Revision)
{
    public static Week Of(JsonElement week) => new(
        week.GetProperty("week").GetString()!,
        week.GetProperty("detainersIssued") is { ValueKind: JsonValueKind.Number } issued ? issued.GetInt32() : null,
        week.GetProperty("detainersDeclined").GetInt32(),
        week.GetProperty("jurisdictionsListed").GetInt32(),
        week.GetProperty("revision").GetInt32());

    /// <summary>Weeks as a table, in the order given.</summary>
    public static string Table(IReadOnlyList<Week> weeks)
    {
        var lines = weeks.Select(week => string.Create(
            CultureInfo.InvariantCulture,
            $"  {week.FirstDay}  {week.Issued?.ToString("N0", CultureInfo.InvariantCulture) ?? "-",16}  {week.Declined,18:N0}  {week.Listed,20:N0}  {week.Revision,8}"));
        return string.Join(Environment.NewLine, lines.Prepend("  week        detainers issued  detainers declined  jurisdictions listed  revision"));
    }
}
