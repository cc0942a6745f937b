using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Outline.Destinations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace DetainerLedger.Parsing.Pdf;

/// <summary>Makes PdfPig return the text of a page instead of its own page type.</summary>
internal sealed class PageTextFactory : BasePageFactory<PageText>
{
    private readonly PrintedMarks _marks = new();

    // PdfPig looks for a constructor with these parameters.
    public PageTextFactory(
        IPdfTokenScanner scanner, IResourceStore resources, ILookupFilterProvider filters, IPageContentParser parser, ParsingOptions options)
        : base(scanner, new TextResources(resources, scanner, filters, (BudgetedOptions)options), filters, new TextOperations((BudgetedOptions)options), options)
    {
    }

    protected override PageText ProcessPage(
        int pageNumber,
        DictionaryToken dictionary,
        NamedDestinations namedDestinations,
        MediaBox mediaBox,
        CropBox cropBox,
        UserSpaceUnit userSpaceUnit,
        PageRotationDegrees rotation,
        TransformationMatrix initialMatrix,
        IReadOnlyList<IGraphicsStateOperation> operations)
    {
        var options = (BudgetedOptions)ParsingOptions;
        var canvas = new PageCanvas(
            _marks, pageNumber, ResourceStore, PdfScanner, PageContentParser, FilterProvider, cropBox, userSpaceUnit, rotation, initialMatrix, options)
            .Process(pageNumber, operations);
        var visible = cropBox.GetVisibleBounds(rotation);
        return PageReader.Read(pageNumber, visible.Width, visible.Height, canvas.Marks, operations.Count == 0);
    }
}
