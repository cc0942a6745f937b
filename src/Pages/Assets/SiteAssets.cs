using System.Collections.Frozen;

namespace DetainerLedger.Pages.Assets;

/// <summary>The files that the pages load.</summary>
public static class SiteAssets
{
    public static Asset StyleSheet { get; } = Asset.Embedded("site.css", "text/css");

    public static Asset Icon { get; } = Asset.Embedded("icon.svg", "image/svg+xml");

    /// <summary>What a script adds to the pages that have a table, a map or a trend.</summary>
    public static Asset Script { get; } = Asset.Embedded("site.js", "text/javascript");

    private static readonly FrozenDictionary<string, Asset> ByName = new[] { StyleSheet, Icon, Script }.ToFrozenDictionary(asset => asset.Name);

    /// <returns>Null for a name of no asset, or of another version of one.</returns>
    public static Asset? Find(string name) => ByName.GetValueOrDefault(name);
}
