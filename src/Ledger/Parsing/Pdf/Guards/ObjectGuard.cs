using System.Globalization;

namespace DetainerLedger.Parsing.Pdf;

/// <summary>
/// Checks a PDF's objects before PdfPig does, for references that it would follow endlessly: a stack overflow can't be
/// caught, and ends the process.
/// </summary>
internal sealed class ObjectGuard(PageBudget budget)
{
    // A tree of 500 pages has fewer than 500 branches. PdfPig has no limit of depth.
    private const int MostBranches = 5_000;

    // Of objects that consist only of a reference to another.
    private const int LongestChain = 16;

    private readonly Dictionary<long, long> _references = [];
    private int _branches;

    /// <summary>Checks objects that have their numbers in front, as in a file.</summary>
    /// <param name="file">Changed: see <see cref="HideDestinations"/>.</param>
    /// <exception cref="InvalidDataException">Objects refer to each other in a circle, or the tree of the pages has too many branches.</exception>
    public void Pass(Span<byte> file)
    {
        HideDestinations(file);
        var (end, values) = (0, 0L);
        for (var at = 0; file[at..].IndexOf("obj"u8) is >= 0 and var next;)
        {
            at += next + 3;
            if (NumberBefore(file[..(at - 3)]) is not { } number) continue;
            if (end < at) end = file[at..].IndexOf("endobj"u8) is >= 0 and var length ? at + length : file.Length;
            var stream = file[at..end].IndexOf("stream"u8);
            budget.Parse(values += stream >= 0 ? stream : end - at);
            Refer(number, file[at..]);
        }
    }

    /// <summary>Like <see cref="Pass"/>, for a stream of objects.</summary>
    /// <param name="first">The start of the first object; the numbers and positions of all objects precede it.</param>
    public void PassStream(Span<byte> objects, int first)
    {
        HideDestinations(objects);
        if (first <= 0 || first > objects.Length) return;
        for (ReadOnlySpan<byte> index = objects[..first]; ReadNumber(ref index) is { } number && ReadNumber(ref index) is { } place;)
            if (place < objects.Length - first) Refer(number, objects[(first + (int)place)..]);
    }

    // PdfPig reads all named destinations when it opens a file, and doesn't detect a circle. This app doesn't use them.
    private void HideDestinations(Span<byte> objects)
    {
        for (var at = 0; objects[at..].IndexOf((byte)'/') is >= 0 and var next;)
        {
            at += next + 1;
            if (IsName(objects[at..], "Dests"u8)) objects[at] = objects[at] == '#' ? (byte)'/' : (byte)'_';
            if (IsName(objects[at..], "Kids"u8) && ++_branches > MostBranches) throw new InvalidDataException("The tree of the pages has too many branches.");
        }
    }

    private void Refer(long number, ReadOnlySpan<byte> value)
    {
        SkipSpace(ref value);
        if (value.StartsWith("["u8)) value = value[1..];
        if (ReadNumber(ref value) is not { } target || ReadNumber(ref value) is null) return;
        SkipSpace(ref value);
        if (!value.StartsWith("R"u8)) return;

        _references[number] = target;
        for (var steps = 0; _references.TryGetValue(target, out target);)
            if (++steps > LongestChain) throw new InvalidDataException("Objects refer to each other in a circle.");
    }

    // Any letter of a name can be written as # and its code.
    private static bool IsName(ReadOnlySpan<byte> at, ReadOnlySpan<byte> name)
    {
        foreach (var letter in name)
        {
            if (at.IsEmpty) return false;
            var isCode = at[0] == '#' && at.Length > 2;
            var read = isCode ? byte.TryParse(at.Slice(1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code) ? code : 0 : at[0];
            if (read != letter) return false;
            at = at[(isCode ? 3 : 1)..];
        }

        return at.IsEmpty || !char.IsAsciiLetterOrDigit((char)at[0]);
    }

    private static void SkipSpace(ref ReadOnlySpan<byte> at)
    {
        while (true)
        {
            at = at.TrimStart(" \t\r\n\f\0"u8);
            if (!at.StartsWith("%"u8)) return;
            at = at.IndexOfAny((byte)'\r', (byte)'\n') is >= 0 and var end ? at[end..] : [];
        }
    }

    private static long? ReadNumber(ref ReadOnlySpan<byte> at)
    {
        SkipSpace(ref at);
        var digits = at.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        if (digits < 0) digits = at.Length;
        if (!long.TryParse(at[..Math.Min(digits, 18)], NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
        at = at[digits..];
        return number;
    }

    /// <summary>The number of an object, which precedes its generation and the keyword.</summary>
    private static long? NumberBefore(ReadOnlySpan<byte> text)
    {
        text = text[^Math.Min(text.Length, 64)..].TrimEnd(" \t\r\n"u8);
        var generation = text.LastIndexOfAnyExceptInRange((byte)'0', (byte)'9');
        if (generation < 0 || generation == text.Length - 1) return null;
        text = text[..(generation + 1)].TrimEnd(" \t\r\n"u8);
        text = text[(text.LastIndexOfAnyExceptInRange((byte)'0', (byte)'9') + 1)..];
        return ReadNumber(ref text);
    }
}
