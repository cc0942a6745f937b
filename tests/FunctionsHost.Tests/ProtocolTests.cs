using System.Reflection;
using System.Runtime.Loader;
using FunctionsHost.Rpc;
using Google.Protobuf.Reflection;
using Descriptor = Google.Protobuf.Reflection.DescriptorProto;
using Field = Google.Protobuf.Reflection.FieldDescriptorProto;

namespace FunctionsHost.Tests;

/// <summary>functions.proto beside the descriptor that the worker's own assembly carries, from the stream's first message on.</summary>
public sealed class ProtocolTests
{
    private readonly FileDescriptorProto _ours = FunctionsReflection.Descriptor.ToProto();
    private readonly FileDescriptorProto _theirs = TheWorkers();

    [Fact]
    public void The_service_has_the_path_and_the_streams_of_the_worker_s()
    {
        var ours = Assert.Single(_ours.Service);
        var theirs = Assert.Single(_theirs.Service);
        Assert.Equal((_theirs.Package, theirs.Name), (_ours.Package, ours.Name));
        var (method, other) = (Assert.Single(ours.Method), Assert.Single(theirs.Method));
        Assert.Equal((other.Name, other.ClientStreaming, other.ServerStreaming), (method.Name, method.ClientStreaming, method.ServerStreaming));
    }

    [Fact]
    public void Each_field_has_the_number_the_type_and_the_label_of_the_worker_s()
    {
        var differences = new List<string>();
        var compared = Compare(_ours.Service[0].Method[0].InputType, _theirs.Service[0].Method[0].InputType, [], differences);
        Assert.Empty(differences);
        Assert.True(compared >= 60, $"Only {compared} fields were compared.");
    }

    [Fact]
    public void A_field_of_another_type_is_found()
    {
        var changed = _ours.Clone();
        changed.MessageType.Single(message => message.Name == "WorkerStarted").Field[0].Type = Field.Types.Type.Int32;
        var differences = new List<string>();
        new ProtocolTests(changed).Compare(_ours.Service[0].Method[0].InputType, _theirs.Service[0].Method[0].InputType, [], differences);
        Assert.Contains("WorkerStarted.worker_id", Assert.Single(differences), StringComparison.Ordinal);
    }

    public ProtocolTests()
    {
    }

    private ProtocolTests(FileDescriptorProto ours) => _ours = ours;

    /// <returns>The number of fields that were compared.</returns>
    private int Compare(string ourType, string theirType, HashSet<string> seen, List<string> differences)
    {
        if (!seen.Add(ourType)) return 0;
        var (ours, theirs) = (Find(_ours, ourType), Find(_theirs, theirType));
        // Messages of protobuf itself, such as Duration.
        if (ours is null || theirs is null)
        {
            if (ourType != theirType) differences.Add($"{ourType} is not {theirType}");
            return 0;
        }

        var compared = 0;
        foreach (var field in ours.Field)
        {
            compared++;
            var name = $"{ours.Name}.{field.Name}";
            if (theirs.Field.FirstOrDefault(it => it.Number == field.Number) is not { } other) differences.Add($"{name}: the worker has no field {field.Number}");
            else if ((field.Type, field.Label, field.HasOneofIndex) != (other.Type, other.Label, other.HasOneofIndex)) differences.Add($"{name}: {field.Type} {field.Label}, not {other.Type} {other.Label}");
            else if (field.Type == Field.Types.Type.Message) compared += Compare(field.TypeName, other.TypeName, seen, differences);
            else if (field.Type == Field.Types.Type.Enum) CompareValues(name, FindEnum(_ours, field.TypeName), FindEnum(_theirs, other.TypeName), differences);
        }

        return compared;
    }

    private static void CompareValues(string name, EnumDescriptorProto ours, EnumDescriptorProto theirs, List<string> differences)
    {
        // Names differ in their style only: FIXED_DELAY and fixed_delay, BINARY and binary.
        static IEnumerable<(int, string)> Values(EnumDescriptorProto type) => type.Value.Select(value => (value.Number, value.Name.Replace("_", "", StringComparison.Ordinal).ToUpperInvariant()));
        foreach (var (number, value) in Values(ours).Except(Values(theirs))) differences.Add($"{name}: the worker has no value {value} = {number}");
    }

    private static Descriptor? Find(FileDescriptorProto file, string type)
    {
        var names = type.TrimStart('.').Split('.');
        if (names[0] != file.Package) return null;
        var message = file.MessageType.Single(it => it.Name == names[1]);
        foreach (var name in names[2..]) message = message.NestedType.Single(it => it.Name == name);
        return message;
    }

    private static EnumDescriptorProto FindEnum(FileDescriptorProto file, string type)
    {
        var end = type.LastIndexOf('.');
        return (Find(file, type[..end] is { } parent && parent.TrimStart('.') != file.Package ? parent : "none")?.EnumType ?? file.EnumType).Single(it => it.Name == type[(end + 1)..]);
    }

    // Its types are internal and need another version of Google.Protobuf: only bytes cross over.
    private static FileDescriptorProto TheWorkers()
    {
        var folder = Path.GetDirectoryName(ProbeHost.ProbeAssembly)!;
        var context = new AssemblyLoadContext("worker", isCollectible: true);
        context.Resolving += (_, name) => Path.Combine(folder, $"{name.Name}.dll") is var path && File.Exists(path) ? context.LoadFromAssemblyPath(path) : null;
        context.LoadFromAssemblyPath(Path.Combine(folder, "Google.Protobuf.dll"));
        var assembly = context.LoadFromAssemblyPath(Path.Combine(folder, "Microsoft.Azure.Functions.Worker.Grpc.dll"));
        var reflection = assembly.GetType("Microsoft.Azure.Functions.Worker.Grpc.Messages.FunctionRpcReflection", throwOnError: true)!;
        var descriptor = reflection.GetProperty("Descriptor", BindingFlags.Static | BindingFlags.Public)!.GetValue(null)!;
        var data = descriptor.GetType().GetProperty("SerializedData")!.GetValue(descriptor)!;
        return FileDescriptorProto.Parser.ParseFrom((byte[])data.GetType().GetMethod("ToByteArray")!.Invoke(data, null)!);
    }
}
