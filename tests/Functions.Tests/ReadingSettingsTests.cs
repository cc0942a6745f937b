using DetainerLedger.Functions.Ingest;
using DetainerLedger.Parsing;
using DetainerLedger.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DetainerLedger.Functions.Tests;

public sealed class ReadingSettingsTests
{
    [Theory]
    [InlineData("Pages", "0")]
    [InlineData("Rows", "-1")]
    [InlineData("NoticeBytes", "1")]
    [InlineData("InflatedBytes", "1")]
    [InlineData("PartBytes", "2000000000")]
    [InlineData("ParsedBytes", "0")]
    [InlineData("PageLetters", "0")]
    [InlineData("PageOperations", "0")]
    [InlineData("Nesting", "100000")]
    [InlineData("TextCharacters", "10")]
    [InlineData("Time", "00:00:00")]
    public void A_limit_that_can_t_be_right_stops_the_start_by_its_name(string limit, string value)
    {
        using var services = Services((limit, value));
        var failure = Assert.Throws<OptionsValidationException>(services.GetRequiredService<IStartupValidator>().Validate);
        Assert.Contains(limit, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_settings_are_the_limits_of_reading()
    {
        using var services = Services(("Pages", "40"), ("Time", "00:00:07"));
        services.GetRequiredService<IStartupValidator>().Validate();
        var expected = new ReadingLimits { Pages = 40, Time = TimeSpan.FromSeconds(7), Bytes = 2048 };
        Assert.Equal(expected, services.GetRequiredService<ReadingLimits>());
    }

    private static ServiceProvider Services(params (string Name, string Value)[] limits)
    {
        var settings = limits.ToDictionary(limit => $"{ReadingSettings.Section}:{limit.Name}", string? (limit) => limit.Value);
        return new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .Configure<LedgerStorageOptions>(storage => storage.LargestFile = 2048)
            .AddReading()
            .BuildServiceProvider();
    }
}
