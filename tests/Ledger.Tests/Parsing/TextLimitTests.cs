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
    public void Notices_scope_and_definition_are_cut_at_a_limit_in_every_format_and_a_check_says_so(string field, string format)
    {
        var cut = Samples.ReadReport(File(field, format, Long));
        var text = Text(cut, field);

        Assert.InRange(text.Length, 31_900, 32_000);
        Assert.StartsWith(text.TrimEnd('…'), Long, StringComparison.Ordinal);
        Assert.EndsWith("…", text, StringComparison.Ordinal);
        Assert.Single(cut.Remarks, remark => remark.Code == "text-truncated");

        var whole = Samples.ReadReport(File(field, format, Long[..20_000]));
        Assert.Equal(Long[..20_000].Trim(), Text(whole, field));
        Assert.DoesNotContain(whole.Remarks, remark => remark.Code == "text-truncated");
    }

    [Fact]
    public void A_long_notice_keeps_no_short_one_from_being_kept_whole()
    {
        var notices = JsonSerializer.Serialize(new[] { Long, "A short one.", Long });
        var json = $$"""{ "week": "2017-02-04", "highestVolume": [ { "jurisdiction": "Kern County, California", "issued": 65 } ], "notices": {{notices}} }""";

        var reading = Samples.ReadReport(Encoding.UTF8.GetBytes(json));

        Assert.Equal([15_994, 12, 15_994], reading.Facts.Notices.Select(notice => notice.Text.Length), Nearly);
        Assert.Equal(["Notice 1", "Notice 3"], reading.Remarks.Where(remark => remark.Code == "text-truncated").Select(remark => remark.Message[..8]));
    }

    // A cut takes no half of a pair and no space along.
    private static bool Nearly(int expected, int length) => expected - length is >= 0 and <= 2;

    private static string Text(Reading.Report reading, string field) =>
        (field switch
        {
            "notices" => Assert.Single(reading.Facts.Notices).Text,
            "scope" => reading.Facts.Scope,
            _ => reading.Facts.Definition,
        })!;

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
