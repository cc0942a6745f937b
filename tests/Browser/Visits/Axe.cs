using OneMachine;
using PuppeteerSharp;

namespace Browser.Visits;

/// <summary>The rules of axe, in light and in dark. It is a script of its own, which the policy would stop: its reader bypasses that.</summary>
public static class Axe
{
    private static readonly string Script = Path.Combine(Repository.Root, "eng", "axe", "node_modules", "axe-core", "axe.min.js");

    /// <returns>What violates a rule on the open page, as it is now.</returns>
    public static async Task<string[]> Violations(Reader reader)
    {
        await reader.Page.AddScriptTagAsync(new AddTagOptions { Path = Script });
        var found = new List<string>();
        foreach (var scheme in (string[])["light", "dark"])
        {
            await reader.Prefer(scheme);
            found.AddRange(await reader.Page.EvaluateFunctionAsync<string[]>(
                """
                async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
                    .map(found => `${found.id}: ${found.help}: ${found.nodes.slice(0, 3).map(node => node.html.slice(0, 160)).join(' | ')}`)
                """));
        }

        return [.. found];
    }
}
