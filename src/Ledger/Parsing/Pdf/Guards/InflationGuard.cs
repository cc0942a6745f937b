using System.Buffers;
using System.IO.Compression;
using System.Runtime.InteropServices;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace DetainerLedger.Parsing.Pdf;

/// <summary>
/// PdfPig accepts as much as it can inflate of a broken stream, so that the rest of a page's rows would be lost silently; and it
/// inflates a small stream to any size. So streams are inflated here: each must be complete, and within the limits.
/// </summary>
internal sealed class InflationGuard(ReadingLimits limits, PageBudget budget, ObjectGuard screen) : IFilterProvider
{
    // Two bytes encode a run of at most 128 bytes.
    private const int LongestRun = 64;
    private const int WidestRow = 1 << 20;

    // An entry in a table of objects takes four bytes, and ten times as much once it is read.
    private const int ParsedPerPlace = 4;

    private readonly IFilterProvider _inner = DefaultFilterProvider.Instance;
    private long _inflated;

    /// <summary>Whether a stream was broken. PdfPig may have caught the exception.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Whether a stream, or all of them together, exceed the limits.</summary>
    public bool IsTooLarge { get; private set; }

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Checked(_inner.GetFilters(dictionary));

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Checked(_inner.GetNamedFilters(names));

    public IReadOnlyList<IFilter> GetAllFilters() => Checked(_inner.GetAllFilters());

    private IFilter[] Checked(IReadOnlyList<IFilter> filters) => [.. filters.Select((filter, index) => new CheckedFilter(filter, index == filters.Count - 1, this))];

    private Memory<byte> Decode(IFilter filter, Memory<byte> input, DictionaryToken dictionary, int index)
    {
        budget.Ask();
        switch (filter)
        {
            case FlateFilter:
                var predictor = DecodeParameterResolver.GetFilterParameters(dictionary, index);
                var isPredicted = predictor.ContainsKey(NameToken.Predictor);
                if (isPredicted && !IsSound(predictor)) throw Broken();
                var inflated = Inflate(input);
                return isPredicted ? filter.Decode(input, dictionary, _inner, index) : inflated;
            case RunLengthFilter:
                if ((long)input.Length * LongestRun > limits.PartBytes) throw TooLarge();
                return filter.Decode(input, dictionary, _inner, index);
            case AsciiHexDecodeFilter or Ascii85Filter:
                return filter.Decode(input, dictionary, _inner, index);
            default:
                // Filters of pictures; and LZW, which no producer has written for twenty years, and whose output has no bound.
                throw Broken();
        }
    }

    private byte[] Inflate(Memory<byte> deflated)
    {
        using var input = MemoryMarshal.TryGetArray<byte>(deflated, out var segment)
            ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)
            : new MemoryStream(deflated.ToArray(), writable: false);
        using var inflating = new ZLibStream(input, CompressionMode.Decompress);
        var output = new ArrayBufferWriter<byte>(Math.Clamp(deflated.Length * 4, 1024, limits.PartBytes));
        try
        {
            while (inflating.Read(output.GetSpan(1024)) is > 0 and var read)
            {
                output.Advance(read);
                _inflated += read;
                if (output.WrittenCount > limits.PartBytes || _inflated > limits.InflatedBytes) throw TooLarge();
            }
        }
        catch (InvalidDataException) when (!IsTooLarge)
        {
            throw Broken();
        }

        return output.WrittenSpan.ToArray();
    }

    // PdfPig accepts any parameters, and loops endlessly on a row without width.
    private static bool IsSound(DictionaryToken parameters)
    {
        return Number("Columns", 1) is var columns and >= 1 and <= WidestRow
            && Number("Colors", 1) is var colors and >= 1 and <= 32
            && Number("BitsPerComponent", 8) is 1 or 2 or 4 or 8 or 16;

        double Number(string name, double otherwise) =>
            !parameters.TryGet(NameToken.Create(name), out var value) ? otherwise : value is NumericToken number ? number.Data : double.NaN;
    }

    private InvalidDataException TooLarge()
    {
        IsTooLarge = true;
        return new InvalidDataException("The streams inflate to more than the limit.");
    }

    private InvalidDataException Broken()
    {
        IsBroken = true;
        return new InvalidDataException("A stream is broken, or compressed in a way that is not read.");
    }

    private sealed class CheckedFilter(IFilter inner, bool isLast, InflationGuard check) : IFilter
    {
        public bool IsSupported => inner.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            var decoded = check.Decode(inner, input, streamDictionary, filterIndex);
            if (isLast) check.Screen(decoded, streamDictionary);
            return decoded;
        }
    }

    private void Screen(Memory<byte> stream, DictionaryToken dictionary)
    {
        if (dictionary.TryGet(NameToken.W, out _)) budget.Parse((long)stream.Length * ParsedPerPlace);
        if (!dictionary.TryGet(NameToken.First, out var first)) return;
        budget.Parse(stream.Length);
        screen.PassStream(stream.Span, first is NumericToken number ? number.Int : 0);
    }
}
