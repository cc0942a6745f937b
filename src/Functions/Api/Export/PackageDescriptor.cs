using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DetainerLedger.Functions.Api.Columns;
using DetainerLedger.Functions.Api.Results;

namespace DetainerLedger.Functions.Api.Export;

/// <summary>Writes <c>datapackage.json</c>: Tabular Data Package, and a Table Schema for each table.</summary>
public static class PackageDescriptor
{
    public static byte[] Write(ExportSource source)
    {
        var package = new JsonObject
        {
            ["profile"] = "tabular-data-package",
            ["name"] = "detainer-ledger",
            ["title"] = PackageWords.Title,
            ["description"] = PackageWords.Description,
            ["keywords"] = Texts(["immigration detainers", "United States", "weekly reports"]),
            ["licenses"] = new JsonArray(new JsonObject { ["name"] = "other-pd", ["title"] = PackageWords.Licence }),
            ["sources"] = new JsonArray(new JsonObject { ["title"] = PackageWords.Source }),
            ["resources"] = new JsonArray([.. ExportTables.All.Select(Resource)]),
        };
        // The time of the newest fact, not of packing.
        if (source.LastPublished is { } created) package["created"] = Moment(created);
        if (source.AsOf is { } asOf) package["asOf"] = Moment(asOf);
        return Encoding.UTF8.GetBytes(package.ToJsonString(new JsonSerializerOptions(ApiJson.Web.Options) { WriteIndented = true }));
    }

    private static JsonObject Resource(ExportTable table) => new()
    {
        ["profile"] = "tabular-data-resource",
        ["name"] = table.Name,
        ["path"] = table.FileName,
        ["title"] = table.Title,
        ["description"] = table.Description,
        ["format"] = "csv",
        ["mediatype"] = "text/csv",
        ["encoding"] = "utf-8",
        ["schema"] = Schema(table),
    };

    private static JsonObject Schema(ExportTable table)
    {
        var schema = new JsonObject
        {
            ["fields"] = new JsonArray([.. table.Fields.Select(Field)]),
            ["primaryKey"] = Texts(table.PrimaryKey),
            ["missingValues"] = Texts([""]),
        };
        if (table.ForeignKeys.Count > 0) schema["foreignKeys"] = new JsonArray([.. table.ForeignKeys.Select(ForeignKey)]);
        return schema;
    }

    private static JsonObject ForeignKey(ForeignKey key) => new()
    {
        ["fields"] = key.Field,
        ["reference"] = new JsonObject { ["resource"] = key.Table, ["fields"] = key.Key },
    };

    private static JsonObject Field(IColumn field)
    {
        var constraints = new JsonObject();
        if (field.Required) constraints["required"] = true;
        if (field.Type.Minimum is { } minimum) constraints["minimum"] = minimum;
        if (field.Type.Pattern is { } pattern) constraints["pattern"] = pattern;
        if (field.Type.OneOf is { Count: > 0 } words) constraints["enum"] = Texts(words);

        var described = new JsonObject { ["name"] = field.Name, ["type"] = field.Type.Type };
        if (field.Type.Format is { } format) described["format"] = format;
        described["description"] = field.Description;
        if (constraints.Count > 0) described["constraints"] = constraints;
        return described;
    }

    private static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(text => JsonValue.Create(text))];

    private static string Moment(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
