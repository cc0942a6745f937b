using System.Text;
using System.Text.Json;
using DetainerLedger.Parsing;

namespace DetainerLedger.Tests.Parsing;

public sealed class TextLimitTests
{
    private static readonly string Long = string.Concat(Enumerable.Repeat("Some offices ceased to issue detainers. ", 1000)).Trim();

    public static TheoryData<string, string> Files
    {
        get
        {
            var files = new TheoryData<string, string>();
            foreach (var text in new[] { "notices", "scope", "definition" })
            {
                files.Add(text, "csv");
                files.Add(text, "xlsx");
                files.Add(text, "json");
            }

            return files;
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Notices_scope_and_definition_have_a_limit_in_every_format(string field, string format)
    {
        Assert.Equal((RefusalCodes.TooLarge, field), Refused(File(field, format, Long)));
        Assert.IsType<Reading.Report>(Samples.Read(File(field, format, Long[..20_000])));
    }

    private static (string, string?) Refused(byte[] file) => Samples.ReadRefusal(file) is var refusal ? (refusal.Code, refusal.Field) : default;

    private static byte[] File(string field, string format, string text)
    {
        var name = field == "notices" ? "notice" : field;
        switch (format)
        {
            case "csv":
                return Encoding.UTF8.GetBytes($"section,name,value,jurisdiction,count\nreport,week,2017-02-04,,\nreport,{name},{text},,\nissued,,,\"Kern County, California\",65\n");
            case "xlsx":
                return new WrittenXlsx().Sheet("Report", ["Name", "Value"], ["Week", "2017-02-04"], [name, text]).Sheet("Issued", ["Jurisdiction", "Count"], ["Kern County, California", "65"]).Build();
            default:
                var value = JsonSerializer.Serialize(text);
                return Encoding.UTF8.GetBytes(
                    $$"""{ "week": "2017-02-04", "highestVolume": [ { "jurisdiction": "Kern County, California", "issued": 65 } ], "{{field}}": {{(field == "notices" ? $"[{value}]" : value)}} }""");
        }
    }
}
