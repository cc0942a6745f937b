using System.Text.RegularExpressions;

namespace DetainerLedger.Pages.Layout;

/// <summary>
/// Splits a sentence into the runs that are written from right to left and the rest. Each run needs an element of its own: otherwise the
/// browser moves the punctuation and the numbers beside a name to its other side.
/// </summary>
public static partial class TextRuns
{
    public static IEnumerable<(string Text, bool IsRightToLeft)> Of(string text)
    {
        var at = 0;
        foreach (Match run in RightToLeft().Matches(text))
        {
            if (run.Index > at) yield return (text[at..run.Index], false);
            yield return (run.Value, true);
            at = run.Index + run.Length;
        }

        if (at < text.Length) yield return (text[at..], false);
    }

    // Hebrew, Arabic and their neighbours up to Arabic Extended-A, and the presentation forms; words of them with only spaces between are one run.
    [GeneratedRegex(@"[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]+(?:[\s\p{P}]+[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]+)*")]
    private static partial Regex RightToLeft();
}
