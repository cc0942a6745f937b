namespace DetainerLedger.Storage.Tests.Faults.Delivery;

/// <summary>Something that delivers or changes a subscription, and can be repeated after a failure.</summary>
/// <param name="Prepare">What happens before each trial, without faults.</param>
internal sealed record FaultyDelivery(string Name, Func<DeliveryWorld, Task<DeliveryTrial>> Prepare)
{
    public static IReadOnlyList<FaultyDelivery> All { get; } = [.. Dispatches.All, .. Attempts.All, .. Subscribers.All];
}

/// <summary>One trial of an operation.</summary>
/// <param name="Run">What is interrupted.</param>
/// <param name="State">What subscribers and the app can see, as <see cref="OrderedState"/> expects it.</param>
/// <param name="Final">What it must come to in the end, whatever happened. It also asserts that nothing was sent too often.</param>
internal sealed record DeliveryTrial(Func<DeliveryInstance, Task> Run, Func<Task<string[]>> State, Func<Task<string>> Final)
{
    /// <summary>What the caller does after a failure; the same again if left out. A host repeats what a trigger started, and a person what failed.</summary>
    public Func<DeliveryInstance, Task>? Repeat { get; init; }

    /// <summary>What is repaired before the end.</summary>
    public Action Repair { get; init; } = () => { };
}
