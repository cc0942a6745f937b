using System.IO.Compression;
using System.Runtime.InteropServices;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace DetainerLedger.Parsing.Pdf;

/// <summary>
/// PdfPig makes do with what it can inflate of a broken stream, and the rest of a page's rows would be lost in silence.
/// So every stream is inflated here first: it must be whole, and all of them together must not exceed a limit.
/// </summary>
internal sealed class CheckedInflation(long limit) : IFilterProvider
{
    private readonly IFilterProvider _inner = DefaultFilterProvider.Instance;
    private long _inflated;

    /// <summary>Whether a stream was broken. PdfPig may have caught the exception.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Whether the streams exceed the limit.</summary>
    public bool IsTooLarge => _inflated > limit;

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Checked(_inner.GetFilters(dictionary));

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Checked(_inner.GetNamedFilters(names));

    public IReadOnlyList<IFilter> GetAllFilters() => Checked(_inner.GetAllFilters());

    private IReadOnlyList<IFilter> Checked(IReadOnlyList<IFilter> filters) =>
        filters.Any(filter => filter is FlateFilter) ? [.. filters.Select(filter => filter is FlateFilter ? new CheckedFlate(filter, this) : filter)] : filters;

    private void Check(ReadOnlyMemory<byte> deflated)
    {
        using var input = MemoryMarshal.TryGetArray(deflated, out var segment)
            ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)
            : new MemoryStream(deflated.ToArray(), writable: false);
        using var inflating = new ZLibStream(input, CompressionMode.Decompress);
        Span<byte> buffer = stackalloc byte[4096];
        try
        {
            while (inflating.Read(buffer) is > 0 and var read)
            {
                _inflated += read;
                if (IsTooLarge) throw new InvalidDataException("The streams inflate to more than the limit.");
            }
        }
        catch (InvalidDataException) when (!IsTooLarge)
        {
            IsBroken = true;
            throw;
        }
    }

    private sealed class CheckedFlate(IFilter inner, CheckedInflation check) : IFilter
    {
        public bool IsSupported => inner.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            check.Check(input);
            return inner.Decode(input, streamDictionary, filterProvider, filterIndex);
        }
    }
}
