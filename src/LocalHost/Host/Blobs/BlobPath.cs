using System.Text.RegularExpressions;

namespace LocalHost.Host.Blobs;

/// <summary>The path of a blob trigger, as <c>reports/{name}</c>: a container, and a pattern for the blobs in it.</summary>
internal sealed partial class BlobPath
{
    private readonly Regex _pattern;

    private BlobPath(string container, Regex pattern) => (Container, _pattern) = (container, pattern);

    public string Container { get; }

    public static BlobPath Parse(string path, FunctionDescriptor function)
    {
        var slash = path.IndexOf('/');
        if (slash <= 0 || path[..slash].Contains('{'))
            throw new InvalidFunctionException($"{function.Name} is triggered by `{path}`: that needs a container and a pattern, such as reports/{{name}}.");
        var pattern = Capture().Replace(Regex.Escape(path[(slash + 1)..]), "(?<$1>.+)");
        return new BlobPath(path[..slash], new Regex($"^{pattern}$", RegexOptions.Singleline | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking));
    }

    /// <returns>What the pattern's names stand for, or null when the blob doesn't match.</returns>
    public IReadOnlyDictionary<string, string>? Match(string blobName)
    {
        var match = _pattern.Match(blobName);
        return match.Success
            ? _pattern.GetGroupNames().Where(name => !char.IsDigit(name[0])).ToDictionary(name => name, name => match.Groups[name].Value)
            : null;
    }

    // As Regex.Escape leaves it: only the opening brace is escaped.
    [GeneratedRegex(@"\\\{(\w+)\}")]
    private static partial Regex Capture();
}
