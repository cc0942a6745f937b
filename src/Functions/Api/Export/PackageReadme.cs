using System.Globalization;
using System.Text;
using DetainerLedger.Functions.Api.Columns;

namespace DetainerLedger.Functions.Api.Export;

/// <summary>Writes the page to read first: what the package holds, what each field means, how to cite it.</summary>
public static class PackageReadme
{
    public static byte[] Write(ExportSource source) => Encoding.UTF8.GetBytes(
        $"""
        # {PackageWords.Title}

        {PackageWords.Description}

        {Extent(source)} Each week is told by the report that stood then; `weeks.csv` names the file that it was read from.
        Earlier revisions are to be had of the API: `GET /api/weeks/{"{week}"}/revisions`.

        ## How to read it
        - CSV as RFC 4180 has it, UTF-8, a header, records that end in CR LF. `datapackage.json` describes every field:
          software that knows [Data Package](https://specs.frictionlessdata.io) reads all of it by itself.
        - An empty cell is a value that the report does not state. It is not zero.
        - **Text that begins with `=`, `+`, `-`, `@`, a tab, a line break or an apostrophe has one apostrophe before it**, so that
          no spreadsheet runs it as a formula. To have the text as it was printed, take one apostrophe off the beginning of
          each text that has one. Numbers, dates and arrays are never changed.
        - Fields of type `array` hold a JSON array.
        - Corrections change no other table: they are facts of their own.

        ## Licence
        {PackageWords.Licence}. The facts are the agency's; the ledger adds no rights of its own.

        ## How to cite
        > {PackageWords.Source}. As kept by the Detainer Ledger, {Version(source)}.

        To cite one fact, add where it stands: the file's name and SHA-256 (`weeks.csv`: `source.name`, `source.sha256`), and the
        page and row of the fact (`source.page`, `source.row`).

        ## The tables

        {string.Join("\n", ExportTables.All.Select(Table))}
        """.ReplaceLineEndings("\n"));

    private static string Extent(ExportSource source) => source.View.Weeks switch
    {
        [] => "It holds no week.",
        [.., var first] weeks =>
            $"It holds {Words($"{weeks.Count:N0}")} of the weeks from {first.Period} to {weeks[0].Period}, {Version(source)}.",
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
            var required = field.Required ? "always there" : "";
            text.Append($"| `{field.Name}` | {field.Type.Type} | {required} | {field.Description}{OneOf(field.Type)} |\n");
        }
        return text.ToString();
    }

    private static string OneOf(FieldType type) => type.OneOf.Count > 0 ? $" One of: {Names(type.OneOf)}." : "";

    private static string Names(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"`{name}`"));

    private static string Moment(DateTimeOffset moment) => Words($"{moment.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC");

    private static string Words(FormattableString words) => FormattableString.Invariant(words);
}
