using System.Text.Json;
using OneMachine;

namespace DetainerLedger.Infra.Tests;

/// <summary>What a deployment would make: a snapshot of the templates, which <see cref="SnapshotTests"/> holds to them.</summary>
public sealed class Deployment
{
    private readonly JsonElement _snapshot;

    private Deployment(string name)
    {
        var file = Path.Combine(Repository.Root, "infra", "snapshots", $"{name}.snapshot.json");
        _snapshot = JsonDocument.Parse(File.ReadAllText(file)).RootElement;
    }

    public static Deployment Default { get; } = new("default");

    public static Deployment PrivateNetwork { get; } = new("private-network");

    public static Deployment Subscription { get; } = new("subscription");

    /// <summary>Both that make the whole system.</summary>
    public static TheoryData<string> Whole => [nameof(Default), nameof(PrivateNetwork)];

    public IEnumerable<string> Outputs => _snapshot.GetProperty("outputs").EnumerateObject().Select(output => output.Name);

    public static Deployment Of(string name) => name == nameof(Default) ? Default : PrivateNetwork;

    public IReadOnlyList<JsonElement> All(string type) =>
        [.. _snapshot.GetProperty("predictedResources").EnumerateArray().Where(resource => resource.Text("type") == type)];

    public JsonElement Only(string type) => Assert.Single(All(type));

    public override string ToString() => _snapshot.ToString();
}

internal static class JsonReading
{
    /// <summary>The value at a path of names: <c>properties.siteConfig</c>.</summary>
    public static JsonElement At(this JsonElement element, string path) => path.Split('.').Aggregate(
        element, (at, name) => at.TryGetProperty(name, out var next) ? next : throw new ArgumentException($"{path}: no {name} in {at}"));

    public static string Text(this JsonElement element, string path) => element.At(path).ToString();

    public static bool Flag(this JsonElement element, string path) => element.At(path).GetBoolean();
}
