using System.IO.Compression;
using System.Text.Json.Nodes;

namespace Acceptance.App;

/// <summary>An unpacked data package.</summary>
public sealed class DataPackage : IDisposable
{
    private DataPackage(string folder) => Folder = folder;

    public string Folder { get; }

    public static async Task<DataPackage> Unpack(TheApp app, string path = "/api/export/datapackage.zip")
    {
        var package = new DataPackage(Directory.CreateTempSubdirectory("datapackage-").FullName);
        using var zip = new ZipArchive(new MemoryStream(await app.Http.GetByteArrayAsync(path)));
        zip.ExtractToDirectory(package.Folder);
        return package;
    }

    public string Text(string file) => File.ReadAllText(Path.Combine(Folder, file));

    public JsonNode Resource(string name) =>
        Assert.Single(JsonNode.Parse(Text("datapackage.json")).Rows("resources"), resource => resource.Text("name") == name);

    /// <summary>The rows of a table as its schema and the page to read first say that they are to be read.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, JsonNode?>> Rows(string table)
    {
        var fields = Resource(table).Rows("schema.fields");
        var records = Csv.Parse(Text($"{table}.csv"));
        Assert.Equal(fields.Select(field => field.Text("name")), records[0]);
        return [.. records.Skip(1).Select(record => fields.Zip(record).ToDictionary(
            cell => cell.First.Text("name")!, cell => Value(cell.First.Text("type")!, cell.Second)))];
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static JsonNode? Value(string type, string cell) => (type, cell) switch
    {
        (_, "") => null,
        ("integer", _) => int.Parse(cell, System.Globalization.CultureInfo.InvariantCulture),
        ("array", _) => JsonNode.Parse(cell),
        ("string", ['\'', .. var text]) => text,
        _ => cell,
    };
}
