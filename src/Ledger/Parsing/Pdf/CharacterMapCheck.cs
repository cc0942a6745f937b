using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Parser.Parts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace DetainerLedger.Parsing.Pdf;

/// <summary>
/// Looks at how fonts map codes to characters, before PdfPig does: it writes out each range of codes one by one, and twenty
/// bytes can name a range of four thousand million.
/// </summary>
internal static class CharacterMapCheck
{
    // All characters that there are, and a few more.
    private const long MostCodes = 1 << 17;
    private const int MostCodespaces = 1000;

    /// <param name="known">Those that were looked at before; the fonts are added.</param>
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

    // As PdfPig compares them: as many bytes as the first has.
    private static long Code(HexToken token)
    {
        var code = 0L;
        foreach (var part in token.Bytes) code = Math.Min(code, uint.MaxValue) << 8 | part;
        return code;
    }

    private static InvalidDataException TooWide() => new("A font maps more codes than there are characters.");
}
