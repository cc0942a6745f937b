using System.Collections.ObjectModel;
using System.Reflection;
using System.Text.RegularExpressions;
using OneMachine;

namespace Acceptance.App;

/// <summary>A route of the built app's API, as the trigger of its function declares it. The function itself is not called.</summary>
/// <param name="Template">What follows <c>api/</c>, such as <c>weeks/{week}</c>.</param>
public sealed partial record AppRoute(string Template, IReadOnlyList<string> Methods)
{
    private const string Prefix = "api/";

    /// <summary>All routes of the API.</summary>
    public static IReadOnlyList<AppRoute> All { get; } =
    [
        .. Assembly.LoadFrom(Repository.Functions).GetTypes()
            .SelectMany(type => type.GetMethods())
            .SelectMany(method => method.GetParameters())
            .SelectMany(parameter => parameter.GetCustomAttributesData())
            .Where(attribute => attribute.AttributeType.Name == "HttpTriggerAttribute")
            .Where(trigger => Route(trigger).StartsWith(Prefix, StringComparison.Ordinal))
            .Select(Of)
            .OrderBy(route => route.Template, StringComparer.Ordinal),
    ];

    public static TheoryData<string> ThatAreRead { get; } =
        [.. All.Where(route => route.Methods.Contains("GET")).Select(route => route.Template)];

    public static TheoryData<string> WithNames { get; } =
        [.. ThatAreRead.Select(row => row.Data).Where(template => template.Contains('{', StringComparison.Ordinal))];

    /// <summary>The path of something that the sample ledger has.</summary>
    public static string PathIn(SampleLedger ledger, string template) =>
        Path(template, ledger.Arrivals[Samples.ReportOf(Samples.SecondWeek)].Text("id")!);

    /// <summary>The path of something that a ledger of the samples may have.</summary>
    public static string Path(string template, string report) => Path(template, name => (name, template.Split('/')[0]) switch
    {
        ("id", "reports") => report,
        ("id", "agencies") => "tx-travis-county-jail",
        ("id", _) => "tx-travis-county",
        ("week" or "b", _) => Samples.SecondWeek,
        ("a", _) => Samples.FirstWeek,
        ("revision", _) => "1",
        ("state", _) => "TX",
        ("table", _) => "declines",
        _ => throw new ArgumentOutOfRangeException(nameof(template), $"What is {name} in {template}?"),
    });

    public static string Path(string template, Func<string, string> value) =>
        $"/api/{Parameters().Replace(template, parameter => value(parameter.Groups["name"].Value))}";

    private static AppRoute Of(CustomAttributeData trigger) => new(
        Route(trigger)[Prefix.Length..],
        [.. trigger.ConstructorArguments.Select(argument => argument.Value).OfType<ReadOnlyCollection<CustomAttributeTypedArgument>>()
            .SelectMany(methods => methods).Select(method => ((string)method.Value!).ToUpperInvariant())]);

    private static string Route(CustomAttributeData trigger) =>
        (string)trigger.NamedArguments.Single(argument => argument.MemberName == "Route").TypedValue.Value!;

    [GeneratedRegex(@"\{(?<name>\w+)\}")]
    private static partial Regex Parameters();
}
