using System.Reflection.Emit;
using FunctionsHost.Rpc;
using Microsoft.Azure.WebJobs;

namespace FunctionsHost.Triggers;

/// <summary>The WebJobs SDK's attribute for a trigger, and the type in which the SDK passes the trigger's value.</summary>
internal sealed record TriggerBinding(CustomAttributeBuilder Attribute, Type ArgumentType)
{
    /// <returns>Null for an HTTP trigger, which this host serves itself.</returns>
    public static TriggerBinding? Of(FunctionMetadata function) => function.TriggerType switch
    {
        "blobtrigger" => new TriggerBinding(
            Create(
                typeof(BlobTriggerAttribute),
                Required(function, "path"),
                (nameof(BlobTriggerAttribute.Source), function.Text("source") is { } source ? Enum.Parse<BlobTriggerSource>(source, ignoreCase: true) : null),
                (nameof(BlobTriggerAttribute.Connection), function.Text("connection"))),
            ContentType(function)),
        "queuetrigger" => new TriggerBinding(
            Create(typeof(QueueTriggerAttribute), Required(function, "queueName"), (nameof(QueueTriggerAttribute.Connection), function.Text("connection"))),
            ContentType(function)),
        "timertrigger" => new TriggerBinding(
            Create(
                typeof(TimerTriggerAttribute),
                Required(function, "schedule"),
                (nameof(TimerTriggerAttribute.RunOnStartup), function.Flag("runOnStartup")),
                (nameof(TimerTriggerAttribute.UseMonitor), function.Flag("useMonitor"))),
            typeof(TimerInfo)),
        _ => null,
    };

    // A reference, for a worker that reads the content itself; otherwise the content.
    private static Type ContentType(FunctionMetadata function)
    {
        if (function.IsDeferred) return typeof(ParameterBindingData);
        return string.Equals(function.Text("dataType"), "Binary", StringComparison.OrdinalIgnoreCase) ? typeof(byte[]) : typeof(string);
    }

    private static string Required(FunctionMetadata function, string property) =>
        function.Text(property) is { Length: > 0 } value ? value : throw new StartException($"The trigger of {function.Name} has no {property}.");

    private static CustomAttributeBuilder Create(Type attribute, string argument, params (string Name, object? Value)[] properties)
    {
        var set = properties.Where(property => property.Value is not null).ToArray();
        return new CustomAttributeBuilder(
            attribute.GetConstructor([typeof(string)])!, [argument],
            [.. set.Select(property => attribute.GetProperty(property.Name)!)], [.. set.Select(property => property.Value)]);
    }
}
