using DetainerLedger.Functions.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DetainerLedger.Functions.Tests;

public sealed class PublicLinksTests
{
    [Theory]
    [InlineData("", "https://asked.example.org/api/feed")]
    [InlineData("https://front.example.org", "https://front.example.org/api/feed")]
    public void A_link_begins_as_the_settings_say_or_as_the_request_was_asked(string publicUrl, string link)
    {
        var request = Requests.Get("/api/weeks");
        (request.Scheme, request.Host) = ("https", new HostString("asked.example.org"));

        Assert.Equal(link, new PublicLinks(Options.Create(new ApiOptions { PublicUrl = publicUrl })).To(request, "/api/feed"));
    }

    [Theory]
    [InlineData("ledger.example.org")]
    [InlineData("https://ledger.example.org/")]
    [InlineData("ftp://ledger.example.org")]
    public void An_address_that_cannot_begin_a_link_stops_the_start_and_is_named(string publicUrl)
    {
        var services = new ServiceCollection();
        services.AddOptions<ApiOptions>().Configure(options => options.PublicUrl = publicUrl).ValidateDataAnnotations();

        var options = services.BuildServiceProvider().GetRequiredService<IOptions<ApiOptions>>();

        var failure = Assert.Throws<OptionsValidationException>(() => options.Value);
        Assert.Contains("PublicUrl", failure.Message, StringComparison.Ordinal);
    }
}
