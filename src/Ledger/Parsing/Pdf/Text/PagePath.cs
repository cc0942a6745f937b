using UglyToad.PdfPig.Core;

namespace DetainerLedger.Parsing.Pdf;

/// <summary>The path that a page's operations are drawing: when it is painted, its lines and areas become marks, or restrict what is visible.</summary>
internal sealed class PagePath(PrintedMarks marks)
{
    private readonly List<PdfPoint> _subpath = [];
    private readonly List<PrintedStroke> _lines = [];
    private readonly List<PrintedStroke> _areas = [];
    private bool _isClipping;

    /// <summary>Whether there is a point to draw from.</summary>
    public bool IsOpen => _subpath.Count > 0;

    public void MoveTo(PdfPoint point)
    {
        End();
        _subpath.Add(point);
    }

    public void LineTo(PdfPoint point)
    {
        _lines.Add(new PrintedStroke(_subpath[^1], point, false));
        _subpath.Add(point);
    }

    /// <summary>Adds a point that bounds a curve: only the extent of a curve matters, when it is filled.</summary>
    public void CurveOver(PdfPoint point) => _subpath.Add(point);

    public void End()
    {
        if (_subpath.Count > 0) _areas.Add(PrintedStroke.Around(_subpath));
        _subpath.Clear();
    }

    /// <summary>Draws a line back to the first point of the subpath, which is returned; null if there is none.</summary>
    public PdfPoint? Close()
    {
        if (_subpath.Count == 0) return null;
        var first = _subpath[0];
        _lines.Add(new PrintedStroke(_subpath[^1], first, false));
        End();
        return first;
    }

    /// <summary>The path is not painted, but restricts what is visible.</summary>
    public void Clips() => _isClipping = true;

    /// <returns>The visible part of the page from now on.</returns>
    public ClipArea Paint(bool close, bool isStroked, bool isFilled, ClipArea clip)
    {
        if (close) Close();
        else End();
        if (_isClipping)
        {
            clip = clip.Within(_areas);
        }
        else
        {
            if (isFilled) marks.AddStrokes(_areas);
            if (isStroked) marks.AddStrokes(_lines);
            if (isFilled) marks.AddShadings(_areas);
            if (isFilled || isStroked) marks.AddSpots(_areas);
        }

        _areas.Clear();
        _lines.Clear();
        _isClipping = false;
        return clip;
    }
}
