using ArchUnitNET.Loader;
using ArchUnitNET.xUnitV3;
using DetainerLedger.Functions;
using DetainerLedger.Pages.Layout;
using DetainerLedger.Reports;
using DetainerLedger.Storage;
using OneMachine;
using static ArchUnitNET.Fluent.ArchRuleDefinition;
using Assembly = System.Reflection.Assembly;

namespace DetainerLedger.Architecture.Tests;

/// <summary>Functions -> Ledger.Azure -> Ledger and Functions -> Pages -> Ledger, and no way back.</summary>
public sealed class ArrowTests
{
    private static readonly Assembly Domain = typeof(WeeklyReport).Assembly;
    private static readonly Assembly Storage = typeof(TableLedger).Assembly;
    private static readonly Assembly Pages = typeof(PageRenderer).Assembly;
    private static readonly Assembly App = typeof(FailureBoundary).Assembly;

    private static readonly ArchUnitNET.Domain.Architecture Loaded =
        new ArchLoader().LoadAssembliesIncludingDependencies([Domain, Storage, Pages, App]).Build();

    [Fact]
    public void The_domain_knows_neither_Azure_nor_HTTP_nor_the_functions() =>
        Forbid(Domain, "(Azure|Microsoft\\.AspNetCore|Microsoft\\.Azure|Microsoft\\.Extensions|System\\.Net\\.Http|DetainerLedger\\.(Storage|Pages|Functions))");

    [Fact]
    public void Storage_knows_neither_HTTP_nor_the_functions() =>
        Forbid(Storage, "(Microsoft\\.AspNetCore|Microsoft\\.Azure\\.Functions|DetainerLedger\\.Functions)");

    [Fact]
    public void Pages_know_the_domain_and_neither_Azure_nor_HTTP_nor_the_functions() =>
        Forbid(Pages, "(Azure|Microsoft\\.AspNetCore\\.(Http|Mvc|Routing|Server)|Microsoft\\.Azure|System\\.Net\\.Http|DetainerLedger\\.(Storage|Functions|Delivery|Watching\\.Http))");

    [Fact]
    public void The_api_asks_the_ledger_and_never_its_tables()
    {
        // Triggers bind and call one thing: only Program.cs and the way in see storage.
        var api = Types().That().ResideInNamespaceMatching("^DetainerLedger\\.Functions\\.Api(\\.|$)");
        Types().That().Are(api).Should().NotDependOnAny(Types().That().ResideInNamespaceMatching("^(Azure|DetainerLedger\\.Storage)(\\.|$)")).Check(Loaded);
    }

    [Fact]
    public void Within_the_domain_reports_depend_on_nothing_that_reads_or_presents_them()
    {
        var reports = Types().That().ResideInNamespaceMatching("^DetainerLedger\\.Reports$");
        var others = Types().That().ResideInNamespaceMatching("^DetainerLedger\\.(Parsing|Ingest|Publishing|History|Queries|Digests|Checks)(\\.|$)");
        Types().That().Are(reports).Should().NotDependOnAny(others).Check(Loaded);
    }

    [Fact]
    public void Namespaces_of_the_domain_have_no_cycles()
    {
        var arrows = Loaded.Types
            .Where(type => type.Assembly.Name == Domain.GetName().FullName || type.Assembly.Name == Domain.GetName().Name)
            .SelectMany(type => type.Dependencies.Select(dependency => (From: Part(type.FullName), To: Part(dependency.Target.FullName))))
            .Where(arrow => arrow.From is not null && arrow.To is not null && arrow.From != arrow.To)
            .Distinct()
            .ToLookup(arrow => arrow.From!, arrow => arrow.To!);
        Assert.True(arrows.Count > 5, $"Only {arrows.Count} namespaces were found.");

        // Takes away what depends on nothing, again and again. What remains is in a cycle, or depends on one.
        var remaining = arrows.Select(from => from.Key).ToHashSet();
        while (remaining.RemoveWhere(part => !arrows[part].Any(remaining.Contains)) > 0) { }
        Assert.Empty(remaining.Select(part => $"{part} -> {string.Join(", ", arrows[part].Where(remaining.Contains))}"));

        // DetainerLedger.Parsing.Pdf is a part of DetainerLedger.Parsing.
        static string? Part(string name) => name.Split('.') is ["DetainerLedger", var part, _, ..] ? part : null;
    }

    [Fact]
    public void The_local_host_knows_nothing_of_the_app()
    {
        // By its sources: it is built against other versions of the same packages, and can't be loaded beside the app.
        var files = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "FunctionsHost"), "*.cs*", SearchOption.AllDirectories).ToList();
        Assert.Contains(files, file => file.EndsWith("FunctionsHost.csproj", StringComparison.Ordinal));
        Assert.DoesNotContain(files, file => File.ReadAllText(file) is var text
            && (text.Contains("DetainerLedger", StringComparison.Ordinal) || text.Contains("Ledger.csproj", StringComparison.Ordinal) || text.Contains("/Functions.csproj", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_forbidden_arrow_is_seen() =>
        Assert.ThrowsAny<Exception>(() => Forbid(Storage, "Azure\\.Data\\.Tables"));

    private static void Forbid(Assembly assembly, string namespaces)
    {
        var inside = Types().That().ResideInAssembly(assembly);
        Assert.NotEmpty(inside.GetObjects(Loaded));
        inside.Should().NotDependOnAny(Types().That().ResideInNamespaceMatching($"^{namespaces}(\\.|$)")).WithoutRequiringPositiveResults().Check(Loaded);
    }
}
