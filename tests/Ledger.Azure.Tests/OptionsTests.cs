using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace DetainerLedger.Storage.Tests;

public sealed class OptionsTests
{
    [Theory]
    [InlineData("FreshForSeconds", "-1")]
    [InlineData("TablePrefix", "no-hyphens")]
    [InlineData("CachedReportsMebibytes", "-1")]
    [InlineData("LargestFile", "12")]
    [InlineData("Ingest:RetryFor", "00:09:00")]
    [InlineData("Ingest:RetryAfter", "-00:01:00")]
    [InlineData("Ingest:GiveUpAfter", "2.00:00:00")]
    public async Task A_setting_that_can_t_be_right_stops_the_start_by_its_name(string setting, string value)
    {
        using var host = Host("UseDevelopmentStorage=true", (setting, value));
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));
        Assert.Contains(setting.Split(':')[^1], failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_storage_the_start_stops_and_says_what_to_set()
    {
        var failure = Assert.Throws<InvalidOperationException>(() => Host(connection: null));
        Assert.Contains("AzureWebJobsStorage", failure.Message, StringComparison.Ordinal);
    }

    private static IHost Host(string? connection, params (string Name, string Value)[] settings)
    {
        var configuration = settings.ToDictionary(setting => $"Ledger:{setting.Name}", string? (setting) => setting.Value);
        configuration["AzureWebJobsStorage"] = connection;
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(configuration);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddLedgerStorage(builder.Configuration);
        return builder.Build();
    }
}
