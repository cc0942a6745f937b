using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NJsonSchema;

namespace Acceptance.App;

/// <summary>The contract as the app serves it.</summary>
public sealed partial class Contract(JsonNode document)
{
    public static async Task<Contract> Read(TheApp app) => new(await app.Read("/api/openapi.json"));

    public IEnumerable<Operation> Operations =>
        from path in Members(document.At("paths"))
        from method in Members(path.Value)
        select new Operation(this, path.Key[1..], method.Key.ToUpperInvariant(), method.Value!);

    /// <summary>Follows references.</summary>
    public JsonNode Resolve(JsonNode? node)
    {
        while (node is JsonObject members && members.TryGetPropertyValue("$ref", out var reference))
            node = document.At(reference!.GetValue<string>()[2..].Replace('/', '.'));
        return node!;
    }

    /// <returns>What the schema has against it.</returns>
    public async Task<IReadOnlyList<string>> Complaints(JsonNode schema, string json)
    {
        var whole = new JsonObject { ["definitions"] = document.At("components.schemas")!.DeepClone() };
        foreach (var (name, value) in Members(schema)) whole[name] = value?.DeepClone();
        Close(whole);
        var text = whole.ToJsonString().Replace("#/components/schemas/", "#/definitions/", StringComparison.Ordinal);
        return [.. (await JsonSchema.FromJsonAsync(text)).Validate(json).Select(complaint => complaint.ToString())];
    }

    public static IEnumerable<KeyValuePair<string, JsonNode?>> Members(JsonNode? node) => Assert.IsType<JsonObject>(node);

    public static string WithoutNames(string template) => Parameters().Replace(template, "{}");

    // Clients ignore keys that they don't know; here one that isn't documented is a mistake.
    private static void Close(JsonNode? node)
    {
        if (node is JsonObject members)
        {
            if (members["properties"] is JsonObject) members["additionalProperties"] = false;
            foreach (var (_, value) in members.ToList()) Close(value);
        }
        else if (node is JsonArray items)
        {
            foreach (var item in items) Close(item);
        }
    }

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Parameters();
}

/// <param name="Template">As the routes have it: <c>weeks/{week}</c>.</param>
public sealed record Operation(Contract Contract, string Template, string Method, JsonNode Node)
{
    public IEnumerable<JsonNode> QueryParameters => Node["parameters"] is null
        ? []
        : Node.Rows("parameters").Select(Contract.Resolve).Where(parameter => parameter.Text("in") == "query");

    /// <summary>Holds an answer to what is documented of its status, its headers and its body.</summary>
    public async Task Holds(HttpResponseMessage answer)
    {
        var what = $"{Method} {answer.RequestMessage?.RequestUri?.PathAndQuery} ({(int)answer.StatusCode})";
        var status = ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture);
        var documented = Node["responses"]![status] ?? Node["responses"]![$"{status[0]}XX"];
        Assert.True(documented is not null, $"{what}: no such status is documented.");
        var response = Contract.Resolve(documented);

        if (response["headers"] is { } headers)
            foreach (var (name, header) in Contract.Members(headers))
            {
                var required = Contract.Resolve(header)["required"]?.GetValue<bool>() == true;
                Assert.True(!required || answer.Headers.Contains(name), $"{what}: no {name}.");
            }

        var body = await answer.Content.ReadAsStringAsync();
        if (response["content"] is not { } content)
        {
            Assert.True(body.Length == 0, $"{what}: a body is not documented.");
            return;
        }
        var type = answer.Content.Headers.ContentType?.MediaType ?? "none";
        Assert.True(content[type] is not null, $"{what}: {type} is not documented.");
        if (type.EndsWith("json", StringComparison.Ordinal) && content[type]!["schema"] is { } schema)
            Assert.Empty((await Contract.Complaints(schema, body)).Select(complaint => $"{what}: {complaint}"));
    }
}
