using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace DetainerLedger.Parsing.Xlsx;

/// <summary>Collects the text of a shared or inline string from all its runs, while its elements are read.</summary>
internal sealed partial class CellText(TextBudget budget)
{
    private readonly StringBuilder _text = new();
    private bool _isPhonetic;

    public void Read(OpenXmlReader xml)
    {
        // The pronunciation of a word is beside it, and isn't part of the text.
        if (xml.ElementType == typeof(PhoneticRun)) _isPhonetic = xml.IsStartElement;
        if (!xml.IsStartElement || _isPhonetic || xml.ElementType != typeof(Text)) return;
        var run = xml.GetText();
        budget.Take(run.Length);
        _text.Append(run);
    }

    /// <summary>The collected text; the next begins empty.</summary>
    public string Take()
    {
        var text = Unescape(_text.ToString());
        _text.Clear();
        return text;
    }

    /// <summary>Characters that XML can't represent are written as <c>_x000D_</c>.</summary>
    public static string Unescape(string text) => text.Contains("_x", StringComparison.OrdinalIgnoreCase)
        ? Escape().Replace(text, match => ((char)int.Parse(match.ValueSpan[2..6], NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString())
        : text;

    [GeneratedRegex("_x[0-9A-F]{4}_", RegexOptions.IgnoreCase)]
    private static partial Regex Escape();
}
