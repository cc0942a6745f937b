using System.Globalization;
using System.Text.Json.Serialization;

namespace DetainerLedger.Reports;

/// <summary>The days that a report covers, both inclusive. The first day identifies the week: the week of 2017-02-04.</summary>
public sealed record ReportingWeek(DateOnly Start, DateOnly End)
{
    /// <summary>The number of days in the period; seven in every report published in 2017.</summary>
    [JsonIgnore]
    public int Days => End.DayNumber - Start.DayNumber + 1;

    public bool Contains(DateOnly day) => day >= Start && day <= End;

    public static string Name(DateOnly firstDay) => firstDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public override string ToString() => Name(Start);
}
