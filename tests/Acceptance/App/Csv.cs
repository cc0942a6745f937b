using System.Text;

namespace Acceptance.App;

/// <summary>Reads CSV as RFC 4180 has it, on its own: the app's writer must not check itself.</summary>
public static class Csv
{
    public static IReadOnlyList<IReadOnlyList<string>> Parse(string text)
    {
        List<IReadOnlyList<string>> records = [];
        List<string> record = [];
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"') field.Append(text[++i]);
            else if (c == '"') quoted = !quoted;
            else if (!quoted && c == ',') EndField();
            else if (!quoted && c == '\n') EndRecord();
            else if (quoted || c != '\r') field.Append(c);
        }
        if (field.Length > 0 || record.Count > 0) EndRecord();
        return records;

        void EndField()
        {
            record.Add(field.ToString());
            field.Clear();
        }

        void EndRecord()
        {
            EndField();
            records.Add(record);
            record = [];
        }
    }
}
