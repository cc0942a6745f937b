using DetainerLedger.Functions.Api.Weeks;

namespace DetainerLedger.Functions.Api.Columns;

public static class WeekColumns
{
    /// <summary>The columns of a week, taken from its revision in force.</summary>
    public static IReadOnlyList<Column<WeekRow>> All { get; } =
    [
        new("week", FieldType.Day, "The first day of the week, which identifies it.", row => row.Week) { Required = true },
        new("period.start", FieldType.Day, "The first day that the report covers.",
            row => row.Period.Start) { Required = true },
        new("period.end", FieldType.Day, "The last day that the report covers.", row => row.Period.End) { Required = true },
        new("detainersIssued", FieldType.Count, "Detainers issued nationwide. Empty when the report states no total.",
            row => row.DetainersIssued),
        new("detainersDeclined", FieldType.Count, "Rows of `declines.csv`: detainers recorded as declined.",
            row => row.DetainersDeclined) { Required = true },
        new("jurisdictionsListed", FieldType.Count, "Rows of `listings.csv`: jurisdictions listed.",
            row => row.JurisdictionsListed) { Required = true },
        new("revision", FieldType.Number, "The revision of the week's report in force, from 1.",
            row => row.Revision) { Required = true },
        new("publishedAt", FieldType.Moment, "When that revision was published in the ledger.",
            row => row.PublishedAt) { Required = true },
        new("releasedOn", FieldType.Day, "The day on which the agency released it, if known.",
            row => row.ReleasedOn),
        new("seenAt", FieldType.Moment, "When its file was first seen at a source or in a web archive. Empty if it wasn't.",
            row => row.SeenAt),
        new("sourceAddress", FieldType.Text, "The address at which it was first seen.",
            row => row.SourceAddress),
    ];
}
