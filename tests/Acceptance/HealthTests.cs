using Acceptance.App;

namespace Acceptance;

public sealed class HealthTests(SampleLedger ledger)
{
    [Fact]
    public async Task Is_well_when_storage_answers()
    {
        using var answer = await ledger.App.Get("/api/health");

        Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl?.NoStore);
    }
}
