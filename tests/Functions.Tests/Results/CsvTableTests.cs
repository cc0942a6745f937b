using System.Text;
using CsCheck;
using CsvHelper;
using DetainerLedger.Functions.Api.Results;

namespace DetainerLedger.Functions.Tests.Answers;

public sealed class CsvTableTests
{
    private static readonly string[] Several = ["a", "b"];

    private static readonly CsvTable<string?> Words = new([new("word", word => word), new("length", word => word?.Length)]);

    [Fact]
    public void Has_a_header_and_records_that_end_in_CRLF() => Assert.Equal("word,length\r\nMexico,6\r\n,\r\n", Text("Mexico", null));

    [Theory]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a \"b\"", "\"a \"\"b\"\"\"")]
    [InlineData("a\nb", "\"a\nb\"")]
    [InlineData("año – 2017", "año – 2017")]
    public void Quotes_what_needs_it(string word, string cell) =>
        Assert.StartsWith($"word,length\r\n{cell},", Text(word), StringComparison.Ordinal);

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\")")]
    [InlineData("+1+cmd|' /C calc'!A0")]
    [InlineData("-1+1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    [InlineData("＝1")]
    [InlineData("'=1")]
    public void What_would_run_as_a_formula_is_only_text(string word) => Assert.Equal($"'{word}", Read(Text(word))[1][0]);

    [Fact]
    public void A_number_is_no_formula() =>
        Assert.Equal("n\r\n-258\r\n", Encoding.UTF8.GetString(new CsvTable<int>([new("n", n => n)]).Write([-258])));

    [Fact]
    public void Cells_look_as_in_JSON()
    {
        var table = new CsvTable<object?>([new("value", value => value)]);
        string[] none = [];
        object?[] values = [Facts.Week, true, false, Places.JurisdictionKind.County, Facts.Id, Facts.Moment, Several, none, 0.298];
        Assert.Equal(
            ["value", "2017-02-04", "true", "false", "county", Facts.Id.ToString(), "2017-02-20T08:30:00+00:00", "a | b", "", "0.298"],
            Read(Encoding.UTF8.GetString(table.Write(values))).Select(record => record[0]));
    }

    [Fact]
    public void Any_text_comes_back_without_the_apostrophe_that_may_precede_it() => Gen.String[Gen.Char["a,\"\n ñ'=-+@"], 1, 12]
        .Sample(word => Read(Text(word))[1][0] is var cell && (cell[0] == '\'' ? cell[1..] : cell) == word);

    private static string Text(params string?[] words) => Encoding.UTF8.GetString(Words.Write(words));

    private static List<string[]> Read(string csv)
    {
        var records = new List<string[]>();
        using var reader = CsvReader.Create(new StringReader(csv), CsvReaderOptions.Default with { HasHeader = false, Separator = ',' });
        while (reader.Read()) records.Add([.. Enumerable.Range(0, reader.FieldCount).Select(index => reader.GetString(index) ?? "")]);
        return records;
    }
}
