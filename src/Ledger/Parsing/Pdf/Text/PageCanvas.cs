using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;
using UglyToad.PdfPig.Util;

namespace DetainerLedger.Parsing.Pdf;

/// <summary>
/// Runs a page's operations and keeps letters, straight lines and spots. PdfPig's own canvas keeps all shapes, images and colours,
/// which takes half of its time and memory, and can't be stopped within a page.
/// </summary>
internal sealed class PageCanvas : BaseStreamProcessor<PageCanvas>
{
    // The depth of a form within a form, and so on.
    private const int DeepestForm = 16;

    private readonly PageBudget _budget;
    private readonly List<PdfPoint> _subpath = [];
    private readonly List<PrintedStroke> _lines = [];
    private readonly List<PrintedStroke> _areas = [];
    private (IFont? Font, string Name) _named = (null, "");
    private int _lastSequence;
    private readonly Stack<ClipArea> _outerClips = [];
    private ClipArea _clip = ClipArea.Everything;
    private bool _isClipping;
    private int _depth;

    public PageCanvas(
        PrintedMarks marks,
        int page,
        IResourceStore resources,
        IPdfTokenScanner scanner,
        IPageContentParser parser,
        ILookupFilterProvider filters,
        CropBox cropBox,
        UserSpaceUnit unit,
        PageRotationDegrees rotation,
        in TransformationMatrix matrix,
        BudgetedOptions options)
        : base(page, resources, scanner, parser, filters, cropBox, unit, rotation, matrix, options) => (Marks, _budget) = (marks, options.Budget);

    public PrintedMarks Marks { get; }

    public override PageCanvas Process(int pageNumberCurrent, IReadOnlyList<IGraphicsStateOperation> operations)
    {
        Marks.Clear();
        CloneAllStates();
        ProcessOperations(operations);
        Marks.RemoveUnseen();
        return this;
    }

    public override void RenderGlyph(
        IFont font,
        CurrentGraphicsState currentState,
        double fontSize,
        double pointSize,
        int code,
        string unicode,
        long currentOffset,
        in TransformationMatrix renderingMatrix,
        in TransformationMatrix textMatrix,
        in TransformationMatrix transformationMatrix,
        CharacterBoundingBox characterBoundingBox)
    {
        _budget.Letter();
        if (!ReferenceEquals(font, _named.Font)) _named = (font, font.Details.Name);
        // An accent printed over the preceding letter.
        if (Diacritics.IsInCombiningDiacriticRange(unicode) && currentOffset > 0 && Marks.Letters.Count > 0 && _lastSequence == TextSequence
            && Diacritics.TryCombineDiacriticWithPreviousLetter(unicode, Marks.Letters[^1].Text, out var combined))
        {
            Marks.Letters[^1] = Marks.Letters[^1] with { Text = combined };
            return;
        }

        if (IsUnknown(font, code, unicode) || (unicode.Length == 0 && characterBoundingBox.Width > 0)) unicode = PrintedLetter.Unknown;
        var toPage = renderingMatrix.Multiply(textMatrix).Multiply(transformationMatrix);
        var start = toPage.Transform(new PdfPoint(0, 0));
        var end = toPage.Transform(new PdfPoint(characterBoundingBox.Width, 0));

        // PdfPig's point size is valid for upright text only.
        var top = toPage.Transform(new PdfPoint(0, 1));
        if (_clip.Hides(start, end, top)) return;
        Marks.Letters.Add(new PrintedLetter(unicode, start, end, double.Hypot(top.X - start.X, top.Y - start.Y), _named.Name, IsInvisible(currentState)));
        _lastSequence = TextSequence;
    }

    // If a font doesn't map a code to a character, PdfPig takes the code itself as the character. A code in the range of
    // control characters is certainly something else: old fonts have their ligatures and dashes there. A glyph that takes up space
    // and is mapped to no character is unknown too.
    private static bool IsUnknown(IFont font, int code, string unicode) =>
        unicode.Contains('\ufffd', StringComparison.Ordinal) || (unicode.Any(char.IsControl) && !(font.TryGetUnicode(code, out var known) && known.All(char.IsWhiteSpace)));

    public override void PushState()
    {
        base.PushState();
        _outerClips.Push(_clip);
    }

    public override void PopState()
    {
        base.PopState();
        if (_outerClips.TryPop(out var outer)) _clip = outer;
    }

    public override void MoveTo(double x, double y)
    {
        BeginSubpath();
        Add(x, y);
    }

    public override void LineTo(double x, double y)
    {
        if (_subpath.Count == 0) return;
        Add(x, y);
        _lines.Add(new PrintedStroke(_subpath[^2], _subpath[^1], false));
    }

    // Only the extent of a curve matters, when it is filled.
    public override void BezierCurveTo(double x1, double y1, double x2, double y2, double x3, double y3)
    {
        if (_subpath.Count == 0) return;
        Add(x1, y1);
        Add(x2, y2);
        Add(x3, y3);
    }

    public override void BezierCurveTo(double x2, double y2, double x3, double y3)
    {
        if (_subpath.Count == 0) return;
        Add(x2, y2);
        Add(x3, y3);
    }

    public override void Rectangle(double x, double y, double width, double height)
    {
        MoveTo(x, y);
        LineTo(x + width, y);
        LineTo(x + width, y + height);
        LineTo(x, y + height);
        LineTo(x, y);
        BeginSubpath();
    }

    public override void BeginSubpath()
    {
        if (_subpath.Count > 0)
        {
            _areas.Add(PrintedStroke.Around(_subpath));
        }

        _subpath.Clear();
    }

    public override PdfPoint? CloseSubpath()
    {
        if (_subpath.Count == 0) return null;
        var first = _subpath[0];
        _lines.Add(new PrintedStroke(_subpath[^1], first, false));
        BeginSubpath();
        return first;
    }

    public override void StrokePath(bool close) => Paint(close, isStroked: true, isFilled: false);

    public override void FillPath(FillingRule fillingRule, bool close) => Paint(close, isStroked: false, isFilled: true);

    public override void FillStrokePath(FillingRule fillingRule, bool close) => Paint(close, isStroked: true, isFilled: true);

    public override void EndPath() => Paint(close: false, isStroked: false, isFilled: false);

    public override void ClosePath() => EndPath();

    public override void ModifyClippingIntersect(FillingRule clippingRule) => _isClipping = true;

    // Of an image only its position is read, and of a shading nothing.
    public override void EndInlineImage(Memory<byte> bytes)
    {
        InlineImageBuilder = null;
        AddPicture(CurrentTransformationMatrix);
    }

    public override void PaintShading(NameToken shadingName)
    {
    }

    public override void BeginMarkedContent(NameToken name, NameToken? propertyDictionaryName, DictionaryToken? properties)
    {
    }

    public override void EndMarkedContent()
    {
    }

    protected override void ProcessOperations(IReadOnlyList<IGraphicsStateOperation> operations)
    {
        foreach (var operation in operations)
        {
            _budget.Operation();
            operation.Run(this);
        }
    }

    // PdfPig detects a form that draws itself, but not two that draw each other.
    protected override void ProcessFormXObject(StreamToken formStream, NameToken xObjectName)
    {
        if (_depth == DeepestForm) throw new InvalidDataException("Forms are nested without end.");
        _depth++;
        base.ProcessFormXObject(formStream, xObjectName);
        _depth--;
    }

    protected override void RenderXObjectImage(XObjectContentRecord xObjectContentRecord) => AddPicture(xObjectContentRecord.AppliedTransformation);

    protected override void RenderInlineImage(InlineImage inlineImage)
    {
    }

    // The clipping area of a form, in the form's own coordinates.
    protected override void ClipToRectangle(PdfRectangle rectangle, FillingRule clippingRule)
    {
        PdfPoint[] corners = [rectangle.TopLeft, rectangle.TopRight, rectangle.BottomLeft, rectangle.BottomRight];
        var area = PrintedStroke.Around([.. corners.Select(corner => CurrentTransformationMatrix.Transform(corner))]);
        _clip = _clip.Within([area]);
    }

    private static bool IsInvisible(CurrentGraphicsState state) => state.FontState.TextRenderingMode is TextRenderingMode.Neither or TextRenderingMode.NeitherClip;

    // An image fills the unit square.
    private void AddPicture(TransformationMatrix toPage)
    {
        PdfPoint[] corners = [new(0, 0), new(1, 0), new(0, 1), new(1, 1)];
        Marks.Pictures.Add(PrintedStroke.Around([.. corners.Select(corner => toPage.Transform(corner))]));
    }

    private void Add(double x, double y)
    {
        CurrentPosition = CurrentTransformationMatrix.Transform(new PdfPoint(x, y));
        _subpath.Add(CurrentPosition);
    }

    private void Paint(bool close, bool isStroked, bool isFilled)
    {
        if (close) CloseSubpath();
        else BeginSubpath();
        if (_isClipping) _clip = _clip.Within(_areas);
        if (!_isClipping && isFilled) Marks.AddStrokes(_areas);
        if (!_isClipping && isStroked) Marks.AddStrokes(_lines);
        if (!_isClipping && isFilled) Marks.AddShadings(_areas);
        if (!_isClipping && (isFilled || isStroked)) Marks.AddSpots(_areas);
        _areas.Clear();
        _lines.Clear();
        _isClipping = false;
    }
}
