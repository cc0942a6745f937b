using System.Reflection;
using System.Text.RegularExpressions;

namespace LocalHost.Tests;

/// <summary>Writes a type's surface as worker-api.txt does, so that the two can be compared line by line.</summary>
internal static partial class WorkerApi
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>The types of the file: their heads without the package, each with its members.</summary>
    public static IReadOnlyDictionary<string, Surface> Read(string file)
    {
        var types = new Dictionary<string, Surface>();
        Surface? current = null;
        foreach (var line in File.ReadLines(file))
        {
            if (Head().Match(line) is { Success: true } head)
                types[Normalize(head.Groups["name"].Value)] = current = new Surface(head.Groups["kind"].Value, head.Groups["base"].Value, []);
            else if (line.StartsWith("   ", StringComparison.Ordinal)) current?.Members.Add(Normalize(line.Trim()));
        }

        return types;
    }

    public static Surface Of(Type type)
    {
        var members = new List<string>();
        if (type.IsEnum)
        {
            members.Add(string.Join(", ", Enum.GetNames(type).Select(name => $"{name}={Convert.ToInt32(Enum.Parse(type, name), null)}")));
        }
        else if (!typeof(Delegate).IsAssignableFrom(type))
        {
            // The constructor of an abstract class is for those that derive from it, and is public or protected as they like.
            members.AddRange(type.IsAbstract ? [] : type.GetConstructors().Select(constructor => $".ctor({Parameters(constructor)})"));
            members.AddRange(type.GetProperties(Declared).Where(IsVisible).Select(Write));
            members.AddRange(type.GetMethods(Declared).Where(method => method is { IsPublic: true, IsSpecialName: false }).Select(Write));
        }

        return new Surface(Kind(type), type.BaseType is { } parent && parent != typeof(object) ? Name(parent) : "", [.. members.Select(Normalize)]);
    }

    public static string Name(Type type)
    {
        if (type.IsGenericParameter) return type.Name;
        if (type.IsArray) return Name(type.GetElementType()!) + "[]";
        var name = type.Name switch { "String" => "string", "Boolean" => "bool", "Int32" => "int", "Object" => "object", "Void" => "void", var other => other };
        return type.IsGenericType
            ? $"{name[..name.IndexOf('`')]}<{string.Join(",", type.GetGenericArguments().Select(Name))}>"
            : name;
    }

    private static bool IsVisible(PropertyInfo property) => property.GetMethod is { IsPublic: true } && !property.Name.Contains('.');

    private static string Kind(Type type) =>
        type.IsEnum ? "enum"
        : type.IsInterface ? "interface"
        : typeof(Delegate).IsAssignableFrom(type) ? "delegate"
        : type is { IsAbstract: true, IsSealed: true } ? "static class"
        : type.IsAbstract ? "abstract class"
        : type.IsSealed ? "sealed class"
        : "class";

    private static string Write(PropertyInfo property) => $"{Name(property.PropertyType)} {property.Name} {{ get; {(property.SetMethod is { IsPublic: true } ? "set; " : "")}}}";

    private static string Write(MethodInfo method)
    {
        var generics = method.IsGenericMethod ? $"<{string.Join(",", method.GetGenericArguments().Select(Name))}>" : "";
        var extends = method.IsDefined(typeof(System.Runtime.CompilerServices.ExtensionAttribute)) ? "this " : "";
        return $"{(method.IsStatic ? "static " : "")}{Name(method.ReturnType)} {method.Name}{generics}({extends}{Parameters(method)})";
    }

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter =>
        $"{(parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : "")}{Name(parameter.ParameterType)} {parameter.Name}"
        + (parameter.HasDefaultValue ? $" = {parameter.DefaultValue ?? "null"}" : "")));

    private static string Normalize(string line) => Blanks().Replace(line, " ").Replace("< ", "<", StringComparison.Ordinal);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^\[[\w.]+\] (?<kind>(?:static |abstract |sealed )?(?:class|interface|enum|delegate)) (?<name>[\w.`]+)(?: : (?<base>[\w<>,]+))?")]
    private static partial Regex Head();
}

/// <param name="Kind">As <c>sealed class</c>.</param>
/// <param name="Base">Empty for none.</param>
internal sealed record Surface(string Kind, string Base, List<string> Members);
