using System.Text.RegularExpressions;
using OneMachine;
using YamlDotNet.RepresentationModel;

namespace DetainerLedger.Infra.Tests;

/// <summary>What GitHub does with the repository: dependency updates and workflows.</summary>
public sealed partial class WorkflowTests
{
    private static readonly string GitHub = Path.Combine(Repository.Root, ".github");

    [Theory, InlineData("nuget", "packages.lock.json"), InlineData("npm", "package-lock.json")]
    public void Dependabot_updates_every_folder_with_a_lock_file(string ecosystem, string lockFile)
    {
        var updated = UpdatedFolders(ecosystem);
        Assert.Empty(FoldersWith(lockFile).Except(updated).Select(folder => $"Add {folder} to {ecosystem} in .github/dependabot.yml."));
        Assert.Equal(updated.Distinct(), updated);
    }

    [Fact]
    public void Every_folder_that_Dependabot_updates_exists()
    {
        var folders = UpdatedFolders("nuget").Concat(UpdatedFolders("npm")).ToList();
        Assert.NotEmpty(folders);
        Assert.All(folders, folder => Assert.True(Directory.Exists(Path.Join(Repository.Root, folder)), $"{folder} doesn't exist."));
    }

    [Fact]
    public void Every_action_is_pinned_to_a_commit_beside_its_version()
    {
        var uses = Directory.GetFiles(Path.Combine(GitHub, "workflows"), "*.yml")
            .SelectMany(File.ReadLines).Where(line => Uses().IsMatch(line)).ToList();
        Assert.NotEmpty(uses);
        Assert.All(uses, line => Assert.Matches(PinnedUse(), line));
    }

    private static List<string> UpdatedFolders(string ecosystem)
    {
        using var text = File.OpenText(Path.Combine(GitHub, "dependabot.yml"));
        var yaml = new YamlStream();
        yaml.Load(text);
        var updates = (YamlSequenceNode)yaml.Documents[0].RootNode["updates"];
        var update = Assert.Single(updates, update => Text(update["package-ecosystem"]) == ecosystem);
        return [.. ((YamlSequenceNode)update["directories"]).Select(Text)];
    }

    private static string Text(YamlNode node) => ((YamlScalarNode)node).Value!;

    private static List<string> FoldersWith(string lockFile)
    {
        var folders = new[] { "eng", "infra", "src", "tests" }.Select(folder => new DirectoryInfo(Path.Combine(Repository.Root, folder)))
            .SelectMany(WithoutGenerated).Where(folder => File.Exists(Path.Combine(folder.FullName, lockFile)))
            .Select(folder => $"/{Path.GetRelativePath(Repository.Root, folder.FullName).Replace('\\', '/')}").ToList();
        Assert.NotEmpty(folders);
        return folders;
    }

    // Packages that npm installed carry lock files of their own.
    private static IEnumerable<DirectoryInfo> WithoutGenerated(DirectoryInfo folder) =>
        folder.Name is "node_modules" or "bin" or "obj" ? [] : folder.EnumerateDirectories().SelectMany(WithoutGenerated).Prepend(folder);

    [GeneratedRegex(@"^\s*-?\s*uses:")]
    private static partial Regex Uses();

    [GeneratedRegex(@"^\s*-?\s*uses: [\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")]
    private static partial Regex PinnedUse();
}
