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
    private readonly PagePath _path;
    private readonly PageLetters _letters;
    private readonly Stack<ClipArea> _outerClips = [];
    private ClipArea _clip = ClipArea.Everything;
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
        : base(page, resources, scanner, parser, filters, cropBox, unit, rotation, matrix, options) => (Marks, _letters, _path, _budget) = (marks, new PageLetters(marks), new PagePath(marks), options.Budget);

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
        if (_letters.IsAccent(unicode, currentOffset, TextSequence)) return;
        var toPage = renderingMatrix.Multiply(textMatrix).Multiply(transformationMatrix);
        _letters.Add(font, code, unicode, characterBoundingBox.Width, toPage, _clip, IsInvisible(currentState), TextSequence);
    }

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

    public override void MoveTo(double x, double y) => _path.MoveTo(ToPage(x, y));

    public override void LineTo(double x, double y)
    {
        if (_path.IsOpen) _path.LineTo(ToPage(x, y));
    }

    public override void BezierCurveTo(double x1, double y1, double x2, double y2, double x3, double y3)
    {
        if (!_path.IsOpen) return;
        _path.CurveOver(ToPage(x1, y1));
        BezierCurveTo(x2, y2, x3, y3);
    }

    public override void BezierCurveTo(double x2, double y2, double x3, double y3)
    {
        if (!_path.IsOpen) return;
        _path.CurveOver(ToPage(x2, y2));
        _path.CurveOver(ToPage(x3, y3));
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

    public override void BeginSubpath() => _path.End();

    public override PdfPoint? CloseSubpath() => _path.Close();

    public override void StrokePath(bool close) => Paint(close, isStroked: true, isFilled: false);

    public override void FillPath(FillingRule fillingRule, bool close) => Paint(close, isStroked: false, isFilled: true);

    public override void FillStrokePath(FillingRule fillingRule, bool close) => Paint(close, isStroked: true, isFilled: true);

    public override void EndPath() => Paint(close: false, isStroked: false, isFilled: false);

    public override void ClosePath() => EndPath();

    public override void ModifyClippingIntersect(FillingRule clippingRule) => _path.Clips();

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

    private void Paint(bool close, bool isStroked, bool isFilled) => _clip = _path.Paint(close, isStroked, isFilled, _clip);

    private PdfPoint ToPage(double x, double y) => CurrentPosition = CurrentTransformationMatrix.Transform(new PdfPoint(x, y));
}
