using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using DetainerLedger.Functions;
using DetainerLedger.Storage;
using OneMachine;

namespace DetainerLedger.Infra.Tests;

/// <summary>A setting that the app reads is set by the template and described to an operator.</summary>
public sealed partial class SettingsTests
{
    private static readonly string Guide = File.ReadAllText(Path.Combine(Repository.Root, "docs", "operations.md"));

    private static readonly JsonElement App = Deployment.Default.Only("Microsoft.Web/sites").At("properties");

    private static readonly Dictionary<string, string> Set = App.At("siteConfig.appSettings").EnumerateArray()
        .ToDictionary(setting => setting.Text("name"), setting => setting.Text("value"));

    /// <summary>Options classes name the section that they are bound to.</summary>
    public static TheoryData<string, string> Options
    {
        get
        {
            var sections =
                from assembly in new[] { typeof(FailureBoundary).Assembly, typeof(LedgerStorageOptions).Assembly }
                from type in assembly.GetTypes()
                let section = type.GetField("Section", BindingFlags.Public | BindingFlags.Static)?.GetRawConstantValue()
                where section is not null
                from property in type.GetProperties()
                let value = property.GetValue(Activator.CreateInstance(type))
                select ($"{section}__{property.Name}", Convert.ToString(value, CultureInfo.InvariantCulture)!);
            return [.. sections];
        }
    }

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

    public static TheoryData<string> Storage =>
        ["AzureWebJobsStorage__blobServiceUri", "AzureWebJobsStorage__queueServiceUri", "AzureWebJobsStorage__tableServiceUri"];

    public static TheoryData<string> AllThatAreSet => [.. Set.Keys];

    [Theory, MemberData(nameof(Options))]
    public void An_option_is_set_to_what_it_is_when_left_out(string setting, string value) =>
        Assert.Equal(value, Assert.Contains(setting, Set));

    [Theory, MemberData(nameof(ReferredTo)), MemberData(nameof(Storage))]
    public void What_a_trigger_or_the_storage_refers_to_is_set(string setting) => Assert.Contains(setting, Set.Keys);

    [Theory, MemberData(nameof(AllThatAreSet))]
    public void What_is_set_is_described(string setting) => Assert.Contains($"`{setting}`", Guide, StringComparison.Ordinal);

    [Fact]
    public void No_connection_string_is_set_so_that_the_identity_is_used() => Assert.DoesNotContain("AzureWebJobsStorage", Set.Keys);

    [Fact]
    public void The_app_runs_on_the_NET_that_it_is_built_for() =>
        Assert.Equal($"{Environment.Version.Major}.0", App.Text("functionAppConfig.runtime.version"));

    [GeneratedRegex("%([^%]+)%")]
    private static partial Regex Reference();
}
