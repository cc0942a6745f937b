using DetainerLedger.Reports;

namespace DetainerLedger.Functions.Api.Columns;

public static class DeclineColumns
{
    /// <summary>The columns of a row of Section II.</summary>
    public static IReadOnlyList<Column<DeclinedDetainer>> All { get; } =
    [
        .. PlaceColumns.Of<DeclinedDetainer>(row => row.Jurisdiction),
        new("agency", FieldType.Text, "The law enforcement agency that held the person.", row => row.Agency),
        new("citizenship", FieldType.Text, "The person's country of citizenship, as printed.", row => row.Citizenship),
        new("issued", FieldType.Day, "The day on which the detainer was issued, often months before the week.", row => row.Issued),
        new("declined", FieldType.Day, "The day on which it was declined, as recorded.", row => row.Declined),
        new("reason", FieldType.Text, "The reason, as printed.", row => row.Reason),
        new("activity", FieldType.Text, "Notable criminal activity, as printed, without the charge or conviction marker.", row => row.Activity),
        new("disposition", FieldType.Text, "The marker of the activity: `charge` or `conviction`.", row => row.Disposition),
        new("asPrinted", FieldType.Text, "The place, exactly as printed.", row => row.AsPrinted) { Required = true },
        .. SourceColumns.Of<DeclinedDetainer>(row => row.Source),
    ];
}
