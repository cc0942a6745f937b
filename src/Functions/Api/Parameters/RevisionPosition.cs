using System.Globalization;
using DetainerLedger.Reports;

namespace DetainerLedger.Functions.Api.Parameters;

/// <summary>A position in a list that has one row for each revision of a week, newest first.</summary>
public readonly record struct RevisionPosition(DateOnly Week, int Number) : IListPosition<RevisionPosition>
{
    public static bool TryParse(string text, out RevisionPosition position)
    {
        position = default;
        if (text.Split('.') is not [var week, var revision] || !Days.TryParse(week, out var day)) return false;
        if (!int.TryParse(revision, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return false;
        position = new RevisionPosition(day, number);
        return true;
    }

    public bool Precedes(RevisionPosition other) => (other.Week, other.Number).CompareTo((Week, Number)) < 0;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{ReportingWeek.Name(Week)}.{Number}");
}
