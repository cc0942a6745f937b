using System.Text.Json;

namespace FunctionsHost.Rpc;

/// <summary>A function of the app, as the worker describes it.</summary>
internal sealed class FunctionMetadata
{
    private FunctionMetadata(Function declared, IReadOnlyList<JsonElement> bindings, JsonElement trigger) =>
        (Declared, Bindings, Trigger) = (declared, bindings, trigger);

    public string Name => Declared.Name;

    public string Id => Declared.FunctionId;

    public Retry? Retry => Declared.Retry;

    public IReadOnlyList<JsonElement> Bindings { get; }

    public JsonElement Trigger { get; }

    /// <summary>In lower case, such as <c>httptrigger</c>.</summary>
    public string TriggerType => TypeOf(Trigger);

    /// <summary>The parameter bound to the trigger.</summary>
    public string TriggerName => Text("name") ?? throw new StartException($"The trigger of {Name} has no name.");

    private Function Declared { get; }

    /// <summary>A property of the trigger, or null if the app doesn't set it.</summary>
    public string? Text(string property) => Trigger.TryGetProperty(property, out var value) && value.ValueKind is not JsonValueKind.Null ? value.ToString() : null;

    public bool? Flag(string property) => Text(property) is { } text ? bool.Parse(text) : null;

    /// <summary>Whether the worker itself reads the content that triggered the function, from a reference to it.</summary>
    public bool IsDeferred => Trigger.TryGetProperty("properties", out var properties)
        && properties.TryGetProperty("supportsDeferredBinding", out var deferred) && bool.TryParse(deferred.ToString(), out var value) && value;

    /// <exception cref="StartException">It has no trigger, or more than one, or a binding that this host doesn't support.</exception>
    public static FunctionMetadata Read(Function declared)
    {
        var bindings = declared.RawBindings.Select(raw => JsonDocument.Parse(raw).RootElement).ToArray();
        var triggers = bindings.Where(binding => TypeOf(binding).EndsWith("trigger", StringComparison.Ordinal)).ToArray();
        if (triggers.Length != 1) throw new StartException($"{declared.Name} has {triggers.Length} triggers; a function has one.");
        foreach (var binding in bindings)
        {
            if (TypeOf(binding) is not ("httptrigger" or "blobtrigger" or "queuetrigger" or "timertrigger" or "http"))
                throw new StartException($"{declared.Name} has a binding of the type {TypeOf(binding)}, which this host doesn't run.");
        }

        return new FunctionMetadata(declared, bindings, triggers[0]);
    }

    private static string TypeOf(JsonElement binding) => binding.GetProperty("type").GetString()!.ToLowerInvariant();
}
