using System.Globalization;
using DetainerLedger.Reports;

namespace DetainerLedger.Functions.Api.Parameters;

/// <summary>A position in a list that has one row for each revision of a week, newest first.</summary>
public readonly record struct RevisionPosition(DateOnly Week, int Number)
{
    public static bool TryParse(string text, out RevisionPosition position)
    {
        position = default;
        if (text.Split('.') is not [var week, var revision] || !Days.TryParse(week, out var day)) return false;
        if (!int.TryParse(revision, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return false;
        position = new RevisionPosition(day, number);
        return true;
    }

    /// <summary>Whether the row comes later in the list.</summary>
    public bool Precedes(DateOnly week, int number) => (week, number).CompareTo((Week, Number)) < 0;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{ReportingWeek.Name(Week)}.{Number}");
}
