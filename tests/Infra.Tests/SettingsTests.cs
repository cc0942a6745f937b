using System.Text.Json;
using System.Text.RegularExpressions;
using DetainerLedger.Functions;
using DetainerLedger.Functions.Api;
using DetainerLedger.Functions.Delivery;
using DetainerLedger.Functions.Ingest;
using DetainerLedger.Functions.Web;
using DetainerLedger.Storage;
using DetainerLedger.Watching.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OneMachine;

namespace DetainerLedger.Infra.Tests;

/// <summary>A setting that the app reads is set by the template and described to an operator.</summary>
public sealed partial class SettingsTests
{
    private static readonly string Guide = File.ReadAllText(Path.Combine(Repository.Root, "docs", "operations.md"));

    private static readonly JsonElement App = Deployment.Default.Only("Microsoft.Web/sites").At("properties");

    private static readonly Dictionary<string, string> Set = App.At("siteConfig.appSettings").EnumerateArray()
        .ToDictionary(setting => setting.Text("name"), setting => setting.Text("value"));

    public static TheoryData<string> Asked => [.. AppSettings.Of(Set).Asked.Except(["Ledger__Reading__Bytes"])];

    /// <summary>Settings that a trigger refers to, as <c>%DigestSchedule%</c>.</summary>
    public static TheoryData<string> ReferredTo =>
    [
        .. from type in typeof(FailureBoundary).Assembly.GetTypes()
           from method in type.GetMethods()
           from parameter in method.GetParameters()
           from attribute in parameter.GetCustomAttributesData()
           where attribute.AttributeType.Name.EndsWith("TriggerAttribute", StringComparison.Ordinal)
           from argument in attribute.ConstructorArguments
           from Match reference in Reference().Matches(argument.Value as string ?? "")
           select reference.Groups[1].Value
    ];

    /// <summary>Read by the Functions host alone.</summary>
    public static TheoryData<string> Host => ["AzureWebJobsStorage__queueServiceUri"];

    public static TheoryData<string> AllThatAreSet => [.. Set.Keys];

    [Theory, MemberData(nameof(Asked)), MemberData(nameof(ReferredTo)), MemberData(nameof(Host))]
    public void What_the_app_reads_is_set(string setting) => Assert.Contains(setting, Set.Keys);

    [Theory, MemberData(nameof(AllThatAreSet))]
    public void What_is_set_is_described(string setting) => Assert.Contains($"`{setting}`", Guide, StringComparison.Ordinal);

    [Fact]
    public void An_option_is_set_to_what_it_is_when_left_out() => Assert.Equivalent(
        AppSettings.Of(Set.Where(setting => setting.Key.StartsWith("AzureWebJobsStorage", StringComparison.Ordinal)).ToDictionary()).Options,
        AppSettings.Of(Set).Options);

    [Fact]
    public void No_connection_string_is_set_so_that_the_identity_is_used() => Assert.DoesNotContain("AzureWebJobsStorage", Set.Keys);

    [Fact]
    public void The_app_runs_on_the_NET_that_it_is_built_for() =>
        Assert.Equal($"{Environment.Version.Major}.0", App.Text("functionAppConfig.runtime.version"));

    [Fact]
    public void No_options_are_overlooked()
    {
        var bound = Directory.GetFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("FunctionsHost", StringComparison.Ordinal))
            .Sum(file => Binding().Count(File.ReadAllText(file)));
        Assert.Equal(bound, AppSettings.Of(Set).Options.Count);
    }

    [GeneratedRegex("%([^%]+)%")]
    private static partial Regex Reference();

    [GeneratedRegex(@"\.BindConfiguration\(")]
    private static partial Regex Binding();

    /// <summary>The app's configuration, which writes down what is asked of it.</summary>
    private sealed class AppSettings : ConfigurationProvider, IConfigurationSource
    {
        private readonly HashSet<string> _asked = [];

        /// <summary>The settings; the sections that are read on the way to them aren't settings.</summary>
        public IEnumerable<string> Asked => _asked
            .Where(key => !_asked.Any(other => other.StartsWith(key + ":", StringComparison.Ordinal)))
            .Select(key => key.Replace(":", "__", StringComparison.Ordinal));

        public IReadOnlyList<object> Options { get; private set; } = [];

        public static AppSettings Of(Dictionary<string, string> set)
        {
            var settings = new AppSettings();
            foreach (var (name, value) in set)
                // What only a deployment knows is an expression here.
                settings.Data[name.Replace("__", ":", StringComparison.Ordinal)] = value.StartsWith('[') ? "https://account.example" : value;

            var configuration = new ConfigurationBuilder().Add(settings).Build();
            var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddLedgerStorage(configuration).AddReading().AddApi()
                .AddSite().AddWatching().AddDeliveries();
            using var provider = services.BuildServiceProvider();
            settings.Options =
            [
                .. from service in services
                   where service.ServiceType.IsGenericType && service.ServiceType.GetGenericTypeDefinition() == typeof(IConfigureOptions<>)
                   let type = service.ServiceType.GetGenericArguments()[0]
                   where type.Namespace?.StartsWith("DetainerLedger", StringComparison.Ordinal) == true
                   let options = typeof(IOptions<>).MakeGenericType(type)
                   select options.GetProperty("Value")!.GetValue(provider.GetRequiredService(options))
            ];
            return settings;
        }

        public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

        public override bool TryGet(string key, out string? value)
        {
            _asked.Add(key);
            return base.TryGet(key, out value);
        }
    }
}
