using System.Reflection;

namespace FunctionsHost;

/// <summary>The app can't be run as it is; the message is for the person who started it.</summary>
internal sealed class StartException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>What a library says of a failure, from its outermost exception to the cause.</summary>
    public static string Explain(Exception failure)
    {
        var messages = new List<string>();
        for (var at = failure; at is not null; at = at.InnerException)
        {
            if (at is TargetInvocationException || messages.Any(message => message.Contains(at.Message, StringComparison.Ordinal))) continue;
            // A value of host.json is set on a property, which calls it "value" when it refuses it.
            var property = at is ArgumentException { TargetSite: { IsSpecialName: true } setter } ? $"{setter.Name.Replace("set_", "", StringComparison.Ordinal)}: " : "";
            messages.Add($"{property}{at.Message}");
        }

        return string.Join(" ", messages);
    }
}
