using System.Globalization;
using DetainerLedger.Reports;

namespace DetainerLedger.Corpus.Oracle;

/// <summary>A row as a list of cells, expected or read, so that the rows of all sections are compared in one way.</summary>
/// <param name="Source">Where a row that was read says it is; null for an expected one.</param>
internal sealed record Row(IReadOnlyList<string?> Cells, SourceLocation? Source = null)
{
    public static readonly IReadOnlyList<string> VolumeFields = ["jurisdiction", "issued"];
    public static readonly IReadOnlyList<string> DeclineFields = ["jurisdiction", "lea", "citizenship", "issued", "declined", "reason", "activity"];
    public static readonly IReadOnlyList<string> ListingFields = ["jurisdiction", "aor", "enacted", "policy", "criteria"];

    public static Row Of(ExpectedVolume row) => new([row.Jurisdiction, Number(row.Issued)]);

    public static Row Of(IssuedVolume row) => new([row.AsPrinted, Number(row.Issued)], row.Source);

    public static Row Of(ExpectedDecline row) => new([row.Jurisdiction, row.Lea, row.Citizenship, Day(row.Issued), Day(row.Declined), row.Reason, row.Activity]);

    public static Row Of(DeclinedDetainer row) => new(
        [row.AsPrinted, row.Agency, row.Citizenship, Day(row.Issued), Day(row.Declined), row.Reason, row.Activity is null ? null : $"{row.Activity}{Mark(row.Disposition)}"], row.Source);

    public static Row Of(ExpectedListing row) => new([row.Jurisdiction, row.Aor, row.Enacted, row.Policy, string.Join('\n', row.Criteria)]);

    public static Row Of(PolicyListing row) => new([row.AsPrinted, row.Aor, row.Enacted, row.Policy, string.Join('\n', row.Criteria)], row.Source);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string? Day(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);

    private static string Mark(string? disposition) => disposition switch
    {
        "charge" => " (Charge)",
        "conviction" => " (Conviction)",
        _ => "",
    };
}
