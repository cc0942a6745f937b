using System.Globalization;
using DetainerLedger.Functions.Api.Columns;
using DetainerLedger.Functions.Api.Parameters;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.History;
using DetainerLedger.Places;
using DetainerLedger.Reports;

namespace DetainerLedger.Functions.Api.Jurisdictions;

public sealed record ChangeList(Jurisdiction Jurisdiction, IReadOnlyList<PlaceChange> Changes, string? Next) : IPage<PlaceChange>
{
    public static CsvTable<PlaceChange> Table { get; } = new(
    [
        new("id", change => change.Id),
        new("kind", change => change.Kind),
        new("day", change => change.Day),
        new("week", change => change.Week),
        new("revision", change => change.Revision),
        new("previousWeek", change => change.PreviousWeek),
        new("field", change => change.Field),
        new("from", change => change.From),
        new("to", change => change.To),
        new("explainedBy.text", change => change.ExplainedBy?.Text),
        new("correction.id", change => change.Correction?.Id),
        new("correction.title", change => change.Correction?.Title),
        .. SourceColumns.Of<PlaceChange>(change => change.Source),
    ]);

    IReadOnlyList<PlaceChange> IPage<PlaceChange>.Rows => Changes;
}

/// <summary>A position in the list of changes, which is ordered by day, newest first, then by id.</summary>
public readonly record struct ChangePosition(DateOnly Day, string Id) : IListPosition<ChangePosition>
{
    public static bool TryParse(string text, out ChangePosition position)
    {
        position = default;
        if (text.Split('.', 2) is not [var day, { Length: > 0 } id] || !Days.TryParse(day, out var parsed)) return false;
        position = new ChangePosition(parsed, id);
        return true;
    }

    public static ChangePosition Of(PlaceChange change) => new(change.Day, change.Id);

    public bool Precedes(ChangePosition other) => other.Day < Day || (other.Day == Day && string.CompareOrdinal(Id, other.Id) < 0);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{ReportingWeek.Name(Day)}.{Id}");
}
