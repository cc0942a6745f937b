using DetainerLedger.Reports;

namespace DetainerLedger.Functions.Api.Export.Tables;

public static class DeclinesTable
{
    public static ExportTable Table { get; } = new ExportTable<PrintedRow<DeclinedDetainer>>(
        "declines", "Detainers recorded as declined", "Section II of the reports, row by row.",
        PrintedRows.Of(report => report.Declines),
        [
            .. PrintedRows.Fields<DeclinedDetainer>(),
            .. PrintedRows.Jurisdiction<PrintedRow<DeclinedDetainer>>(row => row.Row.Jurisdiction),
            new("agency", FieldType.Text, "The law enforcement agency that held the person.", row => row.Row.Agency),
            new("citizenship", FieldType.Text, "The person's country of citizenship, as printed.", row => row.Row.Citizenship),
            new("issued", FieldType.Day, "When the detainer was issued: often months before the week.", row => row.Row.Issued),
            new("declined", FieldType.Day, "When it was declined, as recorded.", row => row.Row.Declined),
            new("reason", FieldType.Text, "The reason, as printed.", row => row.Row.Reason),
            new("activity", FieldType.Text, "Notable criminal activity, as printed, without its mark.", row => row.Row.Activity),
            new("disposition", FieldType.Text, "The mark of the activity: `charge` or `conviction`.", row => row.Row.Disposition),
            new("asPrinted", FieldType.Text, "The place word for word.", row => row.Row.AsPrinted) { Required = true },
            .. PrintedRows.Source<PrintedRow<DeclinedDetainer>>(row => row.Row.Source),
        ])
    {
        PrimaryKey = PrintedRows.Key,
        ForeignKeys = PrintedRows.ForeignKeys,
    };
}
