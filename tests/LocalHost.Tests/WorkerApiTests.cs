using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace LocalHost.Tests;

/// <summary>What LocalHost declares is a subset of what Microsoft's worker has: else the app would compile here and not there.</summary>
public sealed class WorkerApiTests
{
    private static readonly IReadOnlyDictionary<string, Surface> Real = WorkerApi.Read(Path.Combine(AppContext.BaseDirectory, "worker-api.txt"));

    private static IEnumerable<Type> Declared => typeof(FunctionAttribute).Assembly.GetExportedTypes().Where(type => type.Namespace!.StartsWith("Microsoft.", StringComparison.Ordinal));

    public static TheoryData<string> Names => [.. Declared.Select(type => type.FullName!)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Declares_only_what_the_worker_has(string name) => Assert.Empty(Deviations(typeof(FunctionAttribute).Assembly.GetType(name)!, name));

    [Fact]
    public void Compares_more_than_a_handful_of_types() => Assert.True(Declared.Count() >= 20, $"{Declared.Count()} types");

    [Fact]
    public void Nothing_else_is_public_but_the_host_s_options_and_its_failure() =>
        Assert.Equal(
            ["LocalHost.Host.InvalidFunctionException", "LocalHost.Host.LocalHostOptions"],
            typeof(FunctionAttribute).Assembly.GetExportedTypes().Select(type => type.FullName!).Where(name => !name.StartsWith("Microsoft.", StringComparison.Ordinal)).Order());

    [Fact]
    public void An_attribute_stands_where_the_worker_s_may_stand()
    {
        foreach (var type in Declared.Where(type => typeof(Attribute).IsAssignableFrom(type)))
        {
            // The worker states it at the base classes only, and it is inherited from there.
            var usage = type.GetCustomAttribute<AttributeUsageAttribute>(inherit: true)!;
            Assert.True(usage.ValidOn is AttributeTargets.Method or AttributeTargets.Parameter, $"{type.Name}: {usage.ValidOn}");
        }
    }

    [Theory]
    [InlineData(typeof(FakeSurfaces.ExtraMember), "Microsoft.Azure.Functions.Worker.FunctionAttribute", "void Extra()")]
    [InlineData(typeof(FakeSurfaces.OtherSignature), "Microsoft.Azure.Functions.Worker.FunctionAttribute", ".ctor(int name)")]
    [InlineData(typeof(FakeSurfaces.OtherSetter), "Microsoft.Azure.Functions.Worker.FunctionAttribute", "string Name { get; set; }")]
    [InlineData(typeof(FakeSurfaces.OtherValue), "Microsoft.Azure.Functions.Worker.BlobTriggerSource", "LogsAndContainerScan=0, EventGrid=2")]
    [InlineData(typeof(FakeSurfaces.Sealed), "Microsoft.Azure.Functions.Worker.FunctionAttribute", "sealed class")]
    [InlineData(typeof(FakeSurfaces.NoAttribute), "Microsoft.Azure.Functions.Worker.FunctionAttribute", "base")]
    [InlineData(typeof(FakeSurfaces.Sealed), "Microsoft.Azure.Functions.Worker.Unknown", "Unknown")]
    public void A_deviation_is_found(Type declared, string name, string found) =>
        Assert.Contains(Deviations(declared, name), deviation => deviation.Contains(found, StringComparison.Ordinal));

    private static List<string> Deviations(Type declared, string name)
    {
        if (!Real.TryGetValue(name, out var real)) return [$"The worker has no {name}."];
        var surface = WorkerApi.Of(declared);
        var deviations = surface.Members.Except(real.Members).Select(member => $"The worker's {name} has no {member}; it has {string.Join("; ", real.Members)}").ToList();
        if (surface.Kind != real.Kind) deviations.Add($"{name} is a {real.Kind}, not a {surface.Kind}.");
        if (surface.Kind.EndsWith("class", StringComparison.Ordinal) && surface.Base != real.Base) deviations.Add($"The base of {name} is `{real.Base}`, not `{surface.Base}`.");
        return deviations;
    }

#pragma warning disable CA1822, CA1018, CA1813, CA1710, CA1711, CA1052, CA1852 // Shapes to compare, not code to use.
    private static class FakeSurfaces
    {
        public class ExtraMember(string name) : Attribute
        {
            public string Name { get; } = name;

            public void Extra() { }
        }

        public class OtherSignature(int name) : Attribute
        {
            public string Name { get; } = $"{name}";
        }

        public class OtherSetter(string name) : Attribute
        {
            public string Name { get; set; } = name;
        }

        public enum OtherValue
        {
            LogsAndContainerScan = 0,
            EventGrid = 2,
        }

        public sealed class Sealed(string name) : Attribute
        {
            public string Name { get; } = name;
        }

        public class NoAttribute(string name)
        {
            public string Name { get; } = name;
        }
    }
#pragma warning restore
}
