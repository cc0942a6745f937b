using DetainerLedger.Watching.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DetainerLedger.Watching.Tests;

public sealed class SettingTests
{
    private static readonly (string, string)[] Right =
        [("Sources:Contact", "mailto:press@ledger.example"), ("Sources:0:Page", "https://agency.example/"), ("Sources:0:Link", @"\.pdf$")];

    [Fact]
    public void Sources_are_read_in_the_order_of_their_numbers()
    {
        var options = Options([.. Right, ("Sources:0:Every", "00:30:00"), ("Sources:1:File", "https://agency.example/a.pdf"), ("Sources:ConfirmAfter", "02:00:00")]);

        Assert.Equal(["https://agency.example/", null], options.Items.Select(source => source.Page));
        Assert.Equal([TimeSpan.FromMinutes(30), TimeSpan.FromHours(1)], options.Items.Select(source => source.Every));
        Assert.Equal(TimeSpan.FromHours(2), options.ConfirmAfter);
    }

    [Fact]
    public void Nothing_is_needed_without_sources() => Assert.Empty(Options().Items);

    [Theory]
    [InlineData("Sources:Contact", "", "Sources__Contact")]
    [InlineData("Sources:0:Link", "(", "Sources__0__Link")]
    [InlineData("Sources:0:Link", @"(a)\1", "Sources__0__Link")]
    [InlineData("Sources:0:Page", "agency.example", "Sources__0__Page")]
    [InlineData("Sources:0:Page", "http://agency.example/", "Sources__AllowHttp")]
    [InlineData("Sources:0:File", "https://agency.example/a.pdf", "Sources__0__File")]
    [InlineData("Sources:0:Every", "00:00:00", "Sources__0__Every")]
    [InlineData("Sources:1:Every", "01:00:00", "Sources__1__Page")]
    [InlineData("Sources:ConfirmAfter", "00:00:00", "ConfirmAfter")]
    public void A_wrong_setting_is_named(string name, string value, string named)
    {
        var failure = Assert.Throws<OptionsValidationException>(() => Options([.. Right, (name, value)]));

        Assert.Contains(named, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_app_in_Azure_does_not_start_with_loopback_allowed()
    {
        var failure = Assert.Throws<OptionsValidationException>(() => Options([.. Right, ("Sources:AllowLocal", "true"), ("WEBSITE_SITE_NAME", "func-ledger")]));

        Assert.Contains("Sources__AllowLocal", failure.Message, StringComparison.Ordinal);
    }

    private static WatchOptions Options(params (string Name, string Value)[] settings)
    {
        var values = new Dictionary<string, string?>();
        foreach (var (name, value) in settings) values[name] = value;
        var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(values).Build())
            .AddWatching();
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptions<WatchOptions>>().Value;
    }
}
