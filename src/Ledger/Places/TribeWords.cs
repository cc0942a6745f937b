namespace DetainerLedger.Places;

/// <summary>Distinguishes a tribal nation from a place by its words.</summary>
internal static class TribeWords
{
    public static bool AnyIn(IReadOnlyList<string> words) => words switch
    {
        ["pueblo", "of", _, ..] => true,
        [_, .., "nation" or "nations" or "tribe" or "tribes" or "rancheria" or "reservation"] => true,
        [_, .., "indian", "community" or "colony" or "village"] => true,
        _ => words.Any(word => word is "tribe" or "tribes" or "tribal") || words.Skip(1).Zip(words.Skip(2)).Any(pair => pair is ("band" or "nation" or "confederation", "of"))
            || (words.Count > 2 && words[^1] == "indians"),
    };
}
