using System.Globalization;
using System.Text;
using DetainerLedger.Functions.Api.Columns;

namespace DetainerLedger.Functions.Api.Export;

/// <summary>Writes the README of the package: its content, the meaning of each field, and how to cite it.</summary>
public static class PackageReadme
{
    public static byte[] Write(ExportSource source) => Encoding.UTF8.GetBytes(
        $"""
        # {PackageWords.Title}

        {PackageWords.Description}

        {Extent(source)} Each week is given by its report in force; `weeks.csv` names the file that it was read from.
        Earlier revisions are available from the API: `GET /api/weeks/{"{week}"}/revisions`.

        ## How to read it
        - CSV as defined by RFC 4180: UTF-8, a header, records that end in CR LF. `datapackage.json` describes every field:
          software that knows [Data Package](https://specs.frictionlessdata.io) reads all of it without configuration.
        - An empty cell means that the report does not state the value. It does not mean zero.
        - **Text that begins with `=`, `+`, `-`, `@`, a tab, a line break or an apostrophe has one apostrophe before it**, so that
          no spreadsheet runs it as a formula. To restore the text as it was printed, remove one apostrophe from the beginning of
          each text that has one. Numbers, dates and arrays are never changed.
        - A field of type `array` contains a JSON array.
        - Corrections do not change other tables: they are separate facts.

        ## Licence
        {PackageWords.Licence}. The facts are the agency's; the ledger claims no rights in them.

        ## How to cite
        > {PackageWords.Source}. As kept by the Detainer Ledger, {Version(source)}.

        To cite one fact, add its location: the file's name and SHA-256 (`weeks.csv`: `source.name`, `source.sha256`), and the
        page and row of the fact (`source.page`, `source.row`).

        ## The tables

        {string.Join("\n", ExportTables.All.Select(Table))}
        """.ReplaceLineEndings("\n"));

    private static string Extent(ExportSource source) => source.View.Weeks switch
    {
        [] => "It contains no weeks.",
        [.., var first] weeks =>
            $"It contains {Words($"{weeks.Count:N0}")} of the weeks from {first.Period} to {weeks[0].Period}, {Version(source)}.",
    };

    private static string Version(ExportSource source) =>
        source.AsOf is { } asOf ? $"as it was known at {Moment(asOf)}"
        : source.LastPublished is { } last ? $"as it was known since {Moment(last)}"
        : "when it was empty";

    private static string Table(ExportTable table)
    {
        var text = new StringBuilder($"### {table.FileName}: {table.Title}\n{table.Description}\n\n");
        text.Append(CultureInfo.InvariantCulture, $"Key: {Names(table.PrimaryKey)}.");
        foreach (var key in table.ForeignKeys)
            text.Append(CultureInfo.InvariantCulture, $" `{key.Field}` is `{key.Key}` of `{key.Table}.csv`.");
        text.Append("\n\n| field | type | | |\n|---|---|---|---|\n");
        foreach (var field in table.Fields)
        {
            var required = field.Required ? "always present" : "";
            text.Append($"| `{field.Name}` | {field.Type.Type} | {required} | {field.Description}{OneOf(field.Type)} |\n");
        }
        return text.ToString();
    }

    private static string OneOf(FieldType type) => type.OneOf.Count > 0 ? $" One of: {Names(type.OneOf)}." : "";

    private static string Names(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"`{name}`"));

    private static string Moment(DateTimeOffset moment) => Words($"{moment.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC");

    private static string Words(FormattableString words) => FormattableString.Invariant(words);
}
