namespace DetainerLedger.Tests.Publishing;

internal static class Orders
{
    /// <summary>Every order of a few things.</summary>
    public static IEnumerable<IReadOnlyList<T>> Of<T>(IReadOnlyList<T> things) => things.Count == 0
        ? [[]]
        : things.SelectMany((first, i) => Of([.. things.Take(i), .. things.Skip(i + 1)]).Select(rest => (IReadOnlyList<T>)[first, .. rest]));
}
