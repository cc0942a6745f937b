using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace DetainerLedger.Parsing.Xlsx;

/// <summary>Gathers the text of a shared string or of an inline one while its elements are read, from all its runs.</summary>
internal sealed partial class CellText(TextBudget budget)
{
    private readonly StringBuilder _text = new();
    private bool _isPhonetic;

    public void Read(OpenXmlReader xml)
    {
        // How a word is spoken stands beside it, and is not part of it.
        if (xml.ElementType == typeof(PhoneticRun)) _isPhonetic = xml.IsStartElement;
        if (!xml.IsStartElement || _isPhonetic || xml.ElementType != typeof(Text)) return;
        var run = xml.GetText();
        budget.Take(run.Length);
        _text.Append(run);
    }

    /// <summary>The text that was gathered; the next begins empty.</summary>
    public string Take()
    {
        var text = Unescape(_text.ToString());
        _text.Clear();
        return text;
    }

    /// <summary>What XML can't hold is written as <c>_x000D_</c>.</summary>
    public static string Unescape(string text) => text.Contains("_x", StringComparison.OrdinalIgnoreCase)
        ? Escape().Replace(text, match => ((char)int.Parse(match.ValueSpan[2..6], NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString())
        : text;

    [GeneratedRegex("_x[0-9A-F]{4}_", RegexOptions.IgnoreCase)]
    private static partial Regex Escape();
}
