using Azure.Storage.Blobs;

namespace LocalHost.Host.Blobs;

/// <summary>A blob in the shape that the function asks for.</summary>
internal static class BoundBlob
{
    private static readonly Type[] Shapes = [typeof(BlobClient), typeof(Stream), typeof(string), typeof(byte[])];

    public static void Check(FunctionDescriptor function)
    {
        if (!Shapes.Contains(function.Bound.ParameterType))
            throw new InvalidFunctionException(
                $"{function.Name} wants its blob as {function.Bound.ParameterType.Name}; here it is to be had as {string.Join(", ", Shapes.Select(shape => shape.Name))}.");
    }

    public static async Task<object> As(Type shape, BlobClient blob, CancellationToken cancellation)
    {
        if (shape == typeof(BlobClient)) return blob;
        if (shape == typeof(Stream)) return await blob.OpenReadAsync(cancellationToken: cancellation);
        var content = (await blob.DownloadContentAsync(cancellation)).Value.Content;
        return shape == typeof(string) ? content.ToString() : content.ToArray();
    }
}
