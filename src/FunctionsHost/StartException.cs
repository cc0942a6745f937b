using System.Reflection;

namespace FunctionsHost;

/// <summary>The app can't be run in its current state; the message is for the person who started it.</summary>
internal sealed class StartException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>The messages of a failure, from its outermost exception to the cause.</summary>
    public static string Explain(Exception failure)
    {
        var messages = new List<string>();
        for (var at = failure; at is not null; at = at.InnerException)
        {
            if (at is TargetInvocationException || messages.Any(message => message.Contains(at.Message, StringComparison.Ordinal))) continue;
            // A value of host.json is assigned to a property, whose setter calls it "value" when it rejects it.
            var property = at is ArgumentException { TargetSite: { IsSpecialName: true } setter } ? $"{setter.Name.Replace("set_", "", StringComparison.Ordinal)}: " : "";
            messages.Add($"{property}{at.Message}");
        }

        return string.Join(" ", messages);
    }
}
