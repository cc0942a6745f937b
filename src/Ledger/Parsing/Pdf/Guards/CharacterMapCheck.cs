using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Parser.Parts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace DetainerLedger.Parsing.Pdf;

/// <summary>
/// Checks how fonts map codes to characters before PdfPig does: it expands each range code by code, and twenty
/// bytes can describe a range of four thousand million.
/// </summary>
internal static class CharacterMapCheck
{
    // All existing characters, and a few more.
    private const long MostCodes = 1 << 17;
    private const int MostCodespaces = 1000;

    /// <param name="known">The fonts that were already checked; the new ones are added.</param>
    /// <exception cref="InvalidDataException">A range is too wide.</exception>
    public static void Of(DictionaryToken fonts, HashSet<IndirectReference> known, IPdfTokenScanner scanner, ILookupFilterProvider filters, BudgetedOptions options)
    {
        foreach (var value in fonts.Data.Values)
        {
            if (value is IndirectReferenceToken reference && !known.Add(reference.Data)) continue;
            if (!DirectObjectFinder.TryGet(value, scanner, out DictionaryToken? font)) continue;
            foreach (var key in (NameToken[])[NameToken.ToUnicode, NameToken.Encoding])
                if (font.TryGet(key, scanner, out StreamToken? map)) Check(map.Decode(filters, scanner), options);
        }
    }

    private static void Check(ReadOnlyMemory<byte> map, BudgetedOptions options)
    {
        options.Budget.Parse(map.Length);
        var tokens = new CoreTokenScanner(new MemoryInputBytes(map), false, new StackDepthGuard(options.MaxStackDepth), isCMapParser: true);
        var codes = 0L;
        var (isRange, last) = (false, new List<IToken>());
        while (tokens.MoveNext())
        {
            var token = tokens.CurrentToken;
            if (token is OperatorToken { Data: var name })
            {
                isRange = name == "beginbfrange";
                if (name == "begincodespacerange" && last is [.., NumericToken { Data: > MostCodespaces }]) throw TooWide();
                last.Clear();
            }

            last.Add(token);
            if (!isRange || last is not [.., HexToken from, HexToken to, _]) continue;
            codes += Math.Max(0, Code(to) - Code(from)) + 1;
            if (codes > MostCodes) throw TooWide();
            last.Clear();
        }
    }

    // As PdfPig compares them: over as many bytes as the first has.
    private static long Code(HexToken token)
    {
        var code = 0L;
        foreach (var part in token.Bytes) code = Math.Min(code, uint.MaxValue) << 8 | part;
        return code;
    }

    private static InvalidDataException TooWide() => new("A font maps more codes than there are characters.");
}
