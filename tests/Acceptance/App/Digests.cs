using System.Net;
using System.Text;

namespace Acceptance.App;

/// <summary>The weekly timer, by hand.</summary>
public static class Digests
{
    /// <summary>Has the digest composed now, as the timer would; it runs in the background.</summary>
    public static async Task RunDigest(this TheApp app)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/admin/functions/SendWeeklyDigest");
        request.Headers.Add("x-functions-key", TheApp.Key);
        request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
        using var answer = await app.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
    }
}
