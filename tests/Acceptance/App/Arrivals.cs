using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Acceptance.App;

/// <summary>The two ways in: an upload by HTTP and a drop into the container.</summary>
public static class Arrivals
{
    public static BlobContainerClient Reports(this TheApp app) => new(app.StorageConnectionString, "reports");

    /// <param name="query">As <c>name=report.pdf&amp;releasedOn=2017-02-13</c>.</param>
    public static async Task<HttpResponseMessage> Post(this TheApp app, string query, HttpContent body, string? key = TheApp.Key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/reports?{query}");
        request.Content = body;
        if (key is not null) request.Headers.Add("x-functions-key", key);
        return await app.Http.SendAsync(request);
    }

    /// <summary>Uploads a file.</summary>
    /// <returns>The path of its arrival.</returns>
    public static async Task<string> Upload(this TheApp app, string name, byte[] content, string? releasedOn = null)
    {
        var query = $"name={Uri.EscapeDataString(name)}{(releasedOn is null ? "" : $"&releasedOn={releasedOn}")}";
        using var answer = await app.Post(query, new ByteArrayContent(content));
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.Accepted, $"{name} is answered {(int)answer.StatusCode}: {body}");
        var location = answer.Headers.Location?.OriginalString;
        Assert.StartsWith("/api/reports/", location, StringComparison.Ordinal);
        return location!;
    }

    /// <summary>The file of an arrival, as it is given out again.</summary>
    public static Task<byte[]> KeptFile(this TheApp app, JsonNode arrival) =>
        app.Http.GetByteArrayAsync($"/api/reports/{arrival.Text("id")}/file");

    /// <summary>Waits until it is known what became of an arrival.</summary>
    public static Task<JsonNode> Settled(this TheApp app, string arrival) => app.Await(arrival, IsSettled);

    /// <summary>Uploads a file and waits until it is known what became of it.</summary>
    public static async Task<JsonNode> Take(this TheApp app, string name, byte[] content, string? releasedOn = null) =>
        await app.Settled(await app.Upload(name, content, releasedOn));

    public static Task<JsonNode> TakeSample(this TheApp app, string week) =>
        app.Take(Samples.ReportOf(week), Samples.Bytes(Samples.ReportOf(week)));

    /// <summary>The report of a week as the app gives it out, with another total: a new edition to drop in.</summary>
    public static async Task<byte[]> AnotherEdition(this TheApp app, string week, int issued)
    {
        var report = await app.Read($"/api/weeks/{week}/report");
        report["detainersIssued"] = issued;
        return Encoding.UTF8.GetBytes(report.ToJsonString());
    }

    /// <summary>Drops a blob, over an earlier one of the same name, and waits until it is known what became of it.</summary>
    /// <param name="path">The blob's name, which may have folders.</param>
    public static async Task<JsonNode> Drop(this TheApp app, string path, byte[] content, string? releasedOn = null)
    {
        var before = (await app.Read("/api/reports?limit=1000")).Rows("reports").Select(report => report.Text("id")).ToHashSet();
        await app.Reports().GetBlobClient(path).UploadAsync(new BinaryData(content), new BlobUploadOptions
        {
            Metadata = releasedOn is null ? null : new Dictionary<string, string> { ["releasedOn"] = releasedOn },
        });
        var name = path.Split('/')[^1];
        var after = await app.Await("/api/reports?limit=1000", reports => reports.Rows("reports").Any(IsIt));
        return after.Rows("reports").Single(IsIt);

        bool IsIt(JsonNode report) => report.Text("name") == name && !before.Contains(report.Text("id")) && IsSettled(report);
    }

    private static bool IsSettled(JsonNode arrival) => arrival.Text("state") != "received";
}
