using System.Text;
using System.Text.Json.Nodes;

namespace Acceptance.App;

/// <summary>A report of a few rows, to drop in as JSON.</summary>
public static class SmallReport
{
    /// <param name="declined">A row for each, by name and state: <c>Travis County, Texas</c>.</param>
    /// <param name="listed">A jurisdiction and its policy.</param>
    public static byte[] Of(
        string week, int issued, string[] declined, (string Jurisdiction, string Policy)[] listed, params string[] notices) =>
        Bytes(new JsonObject
        {
            ["week"] = week,
            ["detainersIssued"] = issued,
            ["highestVolume"] = new JsonArray(new JsonObject { ["jurisdiction"] = "Travis County, Texas", ["issued"] = 20 }),
            ["declines"] = Rows(declined, place => new JsonObject { ["jurisdiction"] = place, ["agency"] = "Jail", ["declined"] = week }),
            ["listings"] = Rows(listed, row => new JsonObject { ["jurisdiction"] = row.Jurisdiction, ["policy"] = row.Policy }),
            ["notices"] = Rows(notices, text => new JsonObject { ["text"] = text }),
        });

    /// <summary>A notice that corrects one count of declined detainers.</summary>
    public static byte[] Correction(string week, string dated, string jurisdiction, int was, int becomes) => Bytes(new JsonObject
    {
        ["title"] = "Correction",
        ["dated"] = dated,
        ["corrections"] = new JsonArray(new JsonObject
        {
            ["week"] = week,
            ["section"] = "declined",
            ["jurisdiction"] = jurisdiction,
            ["was"] = was,
            ["is"] = becomes,
        }),
    });

    private static JsonArray Rows<T>(IEnumerable<T> rows, Func<T, JsonNode> of) => new([.. rows.Select(of)]);

    private static byte[] Bytes(JsonNode json) => Encoding.UTF8.GetBytes(json.ToJsonString());
}
