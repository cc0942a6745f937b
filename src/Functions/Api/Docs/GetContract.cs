using System.Text;
using DetainerLedger.Functions.Api.Results;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using YamlDotNet.Serialization;

namespace DetainerLedger.Functions.Api.Docs;

/// <summary>The contract: <c>docs/openapi.yaml</c> as JSON.</summary>
public static class GetContract
{
    private static readonly Lazy<byte[]> Json = new(() =>
    {
        using var yaml = new StreamReader(typeof(GetContract).Assembly.GetManifestResourceStream("openapi.yaml")!);
        var document = new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build().Deserialize(yaml);
        return Encoding.UTF8.GetBytes(new SerializerBuilder().JsonCompatible().Build().Serialize(document));
    });

    [Function("GetContract")]
    public static IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "openapi.json")] HttpRequest request) =>
        new ApiResult(Json.Value, ResponseFormat.Json);
}
