namespace DetainerLedger.Storage.Tests.Faults;

/// <summary>What can be seen of something that is done in several steps: an item for each step, in their order.</summary>
internal static class OrderedState
{
    /// <summary>
    /// Asserts that each item is as before or as after, and that no step is visible without those before it: whatever is recorded has happened.
    /// </summary>
    /// <returns>Whether all items are as after.</returns>
    public static bool IsAfter(IReadOnlyList<string> state, IReadOnlyList<string> before, IReadOnlyList<string> after, string trial)
    {
        var steps = Enumerable.Range(0, after.Count).Where(item => before[item] != after[item]).ToList();
        var done = steps.TakeWhile(item => state[item] == after[item]).Count();
        var expected = after.Select((item, index) => steps.IndexOf(index) >= done ? before[index] : item);
        Assert.True(state.SequenceEqual(expected), $"{trial}: neither as before, nor as after, nor ended after a step:\n{string.Join('\n', state)}");
        return done == steps.Count;
    }
}
