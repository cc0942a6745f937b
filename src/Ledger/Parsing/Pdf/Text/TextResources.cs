using System.Diagnostics.CodeAnalysis;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Graphics.Colors;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace DetainerLedger.Parsing.Pdf;

/// <summary>
/// The resources of a page that text needs: fonts and forms. PdfPig follows the references of colours, patterns and shadings,
/// even in a circle; here they are left out.
/// </summary>
internal sealed class TextResources(IResourceStore inner, IPdfTokenScanner scanner, ILookupFilterProvider filters, BudgetedOptions options) : IResourceStore
{
    private readonly Dictionary<DictionaryToken, DictionaryToken> _forText = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<IndirectReference> _checked = [];

    public void LoadResourceDictionary(DictionaryToken resourceDictionary)
    {
        if (!_forText.TryGetValue(resourceDictionary, out var forText))
        {
            forText = Only(resourceDictionary, NameToken.Font, NameToken.Xobject, NameToken.ExtGState);
            if (forText.TryGet(NameToken.Font, scanner, out DictionaryToken? fonts)) CharacterMapCheck.Of(fonts, _checked, scanner, filters, options);
            _forText[resourceDictionary] = forText;
        }

        inner.LoadResourceDictionary(forText);
    }

    public DictionaryToken? GetExtendedGraphicsStateDictionary(NameToken name) =>
        inner.GetExtendedGraphicsStateDictionary(name) is { } state ? Only(state, NameToken.Font) : null;

    public void UnloadResourceDictionary() => inner.UnloadResourceDictionary();

    public IFont? GetFont(NameToken name) => inner.GetFont(name);

    public IFont GetFontDirectly(IndirectReferenceToken fontReferenceToken) => inner.GetFontDirectly(fontReferenceToken);

    public bool TryGetXObject(NameToken name, [NotNullWhen(true)] out StreamToken? stream) => inner.TryGetXObject(name, out stream);

    public bool TryGetXObjectReference(NameToken name, out IndirectReference reference) => inner.TryGetXObjectReference(name, out reference);

    public bool TryGetNamedColorSpace(NameToken name, out ResourceColorSpace namedToken) => inner.TryGetNamedColorSpace(name, out namedToken);

    public ColorSpaceDetails GetColorSpaceDetails(NameToken? name, DictionaryToken? dictionary) => inner.GetColorSpaceDetails(name, dictionary);

    public ColorSpaceDetails GetDeviceColorSpaceDetails(ColorSpace deviceColorSpace) => inner.GetDeviceColorSpaceDetails(deviceColorSpace);

    public DictionaryToken? GetMarkedContentPropertiesDictionary(NameToken name) => inner.GetMarkedContentPropertiesDictionary(name);

    public IReadOnlyDictionary<NameToken, PatternColor> GetPatterns() => inner.GetPatterns();

    public Shading GetShading(NameToken name) => inner.GetShading(name);

    private static DictionaryToken Only(DictionaryToken dictionary, params ReadOnlySpan<NameToken> keys)
    {
        var kept = new Dictionary<NameToken, IToken>();
        foreach (var key in keys)
            if (dictionary.TryGet(key, out var value)) kept[key] = value;
        return new DictionaryToken(kept);
    }
}
