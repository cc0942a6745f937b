using System.Buffers;
using System.Text;
using System.Text.Json.Nodes;
using DetainerLedger.Parsing;
using DetainerLedger.Parsing.Json;
using DetainerLedger.Reports;

namespace DetainerLedger.Tests.Parsing;

public sealed class JsonReportTests
{
    private const string Small = """
        { "week": "2017-02-04", "period": { "start": "2017-02-04", "end": "2017-02-10" },
          "detainersIssued": 2825, "detainersDeclined": 1,
          "highestVolume": [ { "jurisdiction": { "name": "Kern County", "state": "California" }, "issued": 65 } ],
          "declines": [
            { "jurisdiction": { "name": "Travis County", "state": "TX" }, "agency": "Travis County Jail", "issued": "2016-11-29",
              "declined": "2017-02-05", "activity": "Burglary", "disposition": "charge" } ],
          "listings": [ { "jurisdiction": "Ithaca, New York", "aor": "Buffalo", "enacted": "February 2017", "criteria": [ "One", "Two" ] } ],
          "notices": [ { "text": "A notice." } ], "scope": "First.\nSecond." }
        """;

    [Theory]
    [MemberData(nameof(Samples.Reports), MemberType = typeof(Samples))]
    public void What_goes_out_can_come_back_in_and_states_the_same_facts(string name)
    {
        var report = Samples.ReadReport(Samples.Bytes(name + ".pdf")).Facts;
        var dropped = Samples.ReadReport(Write(report));

        Assert.Equal("json", dropped.Format);
        Assert.Null(dropped.Pages);
        Assert.Empty(dropped.Remarks);
        Assert.Equal(FactsFingerprint.Of(report), FactsFingerprint.Of(dropped.Facts));
    }

    [Fact]
    public void Has_the_keys_that_the_api_promises()
    {
        var json = JsonNode.Parse(Write(Samples.ReadReport(Samples.Bytes("ddor2017_02-04to02-10.pdf")).Facts))!.AsObject();

        foreach (var key in new[] { "week", "period", "detainersIssued", "detainersDeclined", "highestVolume", "declines", "listings", "notices", "scope", "definition" })
            Assert.True(json.ContainsKey(key), key);
        Assert.Equal("2017-02-04", (string?)json["week"]);
        Assert.Equal("2017-02-10", (string?)json["period"]!["end"]);
        Assert.Equal(47, (int?)json["detainersDeclined"]);
        Assert.Equal("2017-02-05", (string?)json["declines"]![0]!["declined"]);
        Assert.Equal("conviction", (string?)json["declines"]![0]!["disposition"]);
        Assert.Equal(["reportId", "page", "row"], json["declines"]![0]!["source"]!.AsObject().Select(pair => pair.Key));
    }

    [Fact]
    public void A_file_with_only_the_documented_keys_is_read()
    {
        var reading = Samples.ReadReport(Encoding.UTF8.GetBytes("\uFEFF \n" + Small));
        var report = reading.Facts;

        Assert.Equal(new ReportingWeek(new DateOnly(2017, 2, 4), new DateOnly(2017, 2, 10)), report.Period);
        Assert.Equal(1, report.DeclinedAsStated);
        Assert.Equal(("Kern County, California", 65), (report.HighestVolume[0].AsPrinted, report.HighestVolume[0].Issued));
        Assert.Equal("Travis County, TX", report.Declines[0].AsPrinted);
        Assert.Equal(new DateOnly(2017, 2, 5), report.Declines[0].Declined);
        Assert.Null(report.Declines[0].Citizenship);
        Assert.Equal(["One", "Two"], report.Listings[0].Criteria);
        Assert.Equal("A notice.", report.Notices[0].Text);
        Assert.Equal("First.\nSecond.", report.Scope);
        Assert.Equal(new SourceLocation(Samples.Id, 6, 1), report.Declines[0].Source);
    }

    [Fact]
    public void A_stated_total_that_differs_from_the_rows_is_kept_to_be_checked() =>
        Assert.Equal(9, Samples.ReadReport(Changed(json => json["detainersDeclined"] = 9)).Facts.DeclinedAsStated);

    [Fact]
    public void Ids_and_sources_of_a_dropped_file_are_never_trusted()
    {
        var report = Samples.ReadReport(Changed(json =>
        {
            json["declines"]![0]!["jurisdiction"]!["id"] = "ny-travis-county";
            json["declines"]![0]!["source"] = new JsonObject { ["reportId"] = "20170101000000-aaaaaaaaaaaa", ["page"] = 99, ["row"] = 99 };
        })).Facts;

        Assert.NotEqual("ny-travis-county", report.Declines[0].Jurisdiction.Id);
        Assert.Equal((Samples.Id, 1), (report.Declines[0].Source.ReportId, report.Declines[0].Source.Row));
    }

    [Fact]
    public void A_place_without_a_state_is_kept_and_remarked()
    {
        var reading = Samples.ReadReport(Changed(json => json["declines"]![0]!["jurisdiction"]!["state"] = null));

        Assert.Null(reading.Facts.Declines[0].Jurisdiction.Id);
        var remark = Assert.Single(reading.Remarks);
        Assert.Equal(("unresolved-jurisdiction", 1), (remark.Code, remark.Source!.Row));
    }

    [Fact]
    public void A_missing_section_is_remarked() =>
        Assert.Equal("section-missing", Assert.Single(Samples.ReadReport(Changed(json => json.AsObject().Remove("listings"))).Remarks).Code);

    [Theory]
    [InlineData("declines.0.declined", "\"2017-02-30\"", RefusalCodes.DamagedFile, "declines[0].declined")]
    [InlineData("declines.0.declined", "17", RefusalCodes.DamagedFile, "declines[0].declined")]
    [InlineData("declines.0.agency", "{}", RefusalCodes.DamagedFile, "declines[0].agency")]
    [InlineData("declines.0.disposition", "\"acquitted\"", RefusalCodes.DamagedFile, "declines[0].disposition")]
    [InlineData("declines.0.jurisdiction", "null", RefusalCodes.DamagedFile, "declines[0].jurisdiction")]
    [InlineData("declines.0", "5", RefusalCodes.DamagedFile, "declines[0]")]
    [InlineData("declines", "\"none\"", RefusalCodes.DamagedFile, "declines")]
    [InlineData("declines", "[]", RefusalCodes.NoRows, "declines")]
    [InlineData("highestVolume.0.issued", "-1", RefusalCodes.DamagedFile, "highestVolume[0].issued")]
    [InlineData("highestVolume.0.issued", "1e400", RefusalCodes.DamagedFile, "highestVolume[0].issued")]
    [InlineData("highestVolume.0.issued", "99999999999999999999", RefusalCodes.DamagedFile, "highestVolume[0].issued")]
    [InlineData("highestVolume.0.issued", "null", RefusalCodes.DamagedFile, "highestVolume[0].issued")]
    [InlineData("detainersIssued", "\"many\"", RefusalCodes.DamagedFile, "detainersIssued")]
    [InlineData("listings.0.criteria.1", "false", RefusalCodes.DamagedFile, "listings[0].criteria[1]")]
    [InlineData("scope", "\"\\ud800\"", RefusalCodes.DamagedFile, "scope")]
    [InlineData("week", "\"2017-02-11\"", RefusalCodes.PeriodNotFound, "week")]
    [InlineData("period.end", "\"2017-02-01\"", RefusalCodes.PeriodNotFound, "period.end")]
    [InlineData("period.end", "\"2027-02-10\"", RefusalCodes.PeriodNotFound, "period.end")]
    [InlineData("period.start", "null", RefusalCodes.PeriodNotFound, "period")]
    public void What_is_wrong_is_refused_with_its_path_and_line(string path, string value, string code, string field)
    {
        var refusal = Samples.ReadRefusal(Replaced(path, value));

        Assert.Equal((code, field), (refusal.Code, refusal.Field));
        Assert.NotNull(refusal.Page);
    }

    [Fact]
    public void A_refusal_names_the_line()
    {
        var refusal = Samples.ReadRefusal(Encoding.UTF8.GetBytes(Small.Replace("2017-02-05", "yesterday", StringComparison.Ordinal)));

        Assert.Equal((6, "declines[0].declined"), (refusal.Page, refusal.Field));
    }

    [Theory]
    [InlineData("{", RefusalCodes.DamagedFile)]
    [InlineData("{ \"week\": \"2017-02-04\", \"week\": \"2017-02-11\", \"declines\": [] }", RefusalCodes.DamagedFile)]
    [InlineData("{}", RefusalCodes.NotAReport)]
    [InlineData("{ \"name\": \"detainer-ledger\", \"version\": \"1.0.0\" }", RefusalCodes.NotAReport)]
    [InlineData("{ \"declines\": [ { \"jurisdiction\": \"Travis County, Texas\" } ] }", RefusalCodes.PeriodNotFound)]
    [InlineData("{ \"week\": \"2017-02-04\", \"detainersDeclined\": 0, \"declines\": [] }", RefusalCodes.NoRows)]
    [InlineData("{ \"week\": \"2017-02-04\", \"detainersDeclined\": 47, \"highestVolume\": [ { \"jurisdiction\": \"Kern County, CA\", \"issued\": 65 } ] }", RefusalCodes.NoRows)]
    [InlineData("{ \"week\": \"9999-12-31\", \"declines\": [] }", RefusalCodes.DamagedFile)]
    public void Other_json_is_refused(string json, string code) => Assert.Equal(code, Samples.ReadRefusal(Encoding.UTF8.GetBytes(json)).Code);

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16 without its mark")]
    [InlineData("utf-16BE")]
    public void Json_in_utf16_is_read(string encoding) =>
        Assert.Equal("tx-travis-county", Assert.Single(Samples.ReadReport(WrittenCsv.Encode(Small, encoding)).Facts.Declines).Jurisdiction.Id);

    [Fact]
    public void Json_in_broken_utf16_is_refused() =>
        Assert.Equal(RefusalCodes.DamagedFile, Samples.ReadRefusal([.. WrittenCsv.Encode(Small, "utf-16"), 0x00, 0xd8, 0x20, 0x00]).Code);

    [Fact]
    public void The_week_decides_whether_the_day_or_the_month_comes_first()
    {
        var reading = Samples.ReadReport(Changed(json => json["declines"]![0]!["declined"] = "06/02/2017"));

        Assert.Equal(new DateOnly(2017, 2, 6), reading.Facts.Declines[0].Declined);
        Assert.Empty(reading.Remarks);
    }

    [Fact]
    public void Days_that_nothing_decides_say_so()
    {
        var reading = Samples.ReadReport(Changed(json => (json["declines"]![0]!["issued"], json["declines"]![0]!["declined"]) = (null, "03/05/2017")));

        Assert.Equal(new DateOnly(2017, 3, 5), reading.Facts.Declines[0].Declined);
        var remark = Assert.Single(reading.Remarks);
        Assert.Equal("ambiguous-dates", remark.Code);
        Assert.NotNull(remark.Source!.Page);
    }

    [Fact]
    public void A_week_that_could_begin_on_two_days_says_so()
    {
        var reading = Samples.ReadReport(Changed(json => (json["week"], json["period"]) = ("04/02/2017", null)));

        Assert.Equal(new DateOnly(2017, 4, 2), reading.Facts.Period.Start);
        Assert.Contains(reading.Remarks, remark => remark.Code == "ambiguous-dates" && remark.Message.Contains("2017-04-02", StringComparison.Ordinal));
    }

    [Fact]
    public void A_period_with_the_day_first_is_read()
    {
        var reading = Samples.ReadReport(Changed(json => (json["week"], json["period"]!["start"], json["period"]!["end"]) = (null, "04/02/2017", "10/02/2017")));

        Assert.Equal(new ReportingWeek(new DateOnly(2017, 2, 4), new DateOnly(2017, 2, 10)), reading.Facts.Period);
        Assert.Empty(reading.Remarks);
    }

    [Fact]
    public void Json_lines_are_refused_as_that()
    {
        var refusal = Samples.ReadRefusal("{ \"jurisdiction\": \"Travis County, Texas\" }\n{ \"jurisdiction\": \"Kern County, California\" }\n"u8.ToArray());

        Assert.Equal((RefusalCodes.UnsupportedFormat, 2), (refusal.Code, refusal.Page));
        Assert.Contains("JSON Lines", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\n \"\\ud800\": 1, \"week\": \"2017-02-04\", \"declines\": [] }")]
    [InlineData("{\n \"x\": { \"a\": 1, \"\\udc00b\": 1 }, \"week\": \"2017-02-04\", \"declines\": [] }")]
    public void Half_of_a_surrogate_pair_in_a_key_is_refused_with_its_line(string json)
    {
        var refusal = Samples.ReadRefusal(Encoding.UTF8.GetBytes(json));

        Assert.Equal((RefusalCodes.DamagedFile, 2), (refusal.Code, refusal.Page));
    }

    [Fact]
    public void Deep_nesting_is_refused()
    {
        var deep = "{ \"declines\": " + new string('[', 100_000) + new string(']', 100_000) + " }";

        Assert.Equal(RefusalCodes.DamagedFile, Samples.ReadRefusal(Encoding.UTF8.GetBytes(deep)).Code);
    }

    [Fact]
    public void Bytes_that_are_no_utf8_are_refused() =>
        Assert.Equal(RefusalCodes.DamagedFile, Samples.ReadRefusal([.. "{ \"week\": \"2017-02-04\", \"scope\": \""u8, 0xC3, 0x28, .. "\", \"declines\": [] }"u8]).Code);

    [Fact]
    public void More_rows_than_allowed_are_refused() => Assert.Equal(
        RefusalCodes.TooLarge, Samples.ReadRefusal(Encoding.UTF8.GetBytes(Small), new ReadingLimits { Rows = 2 }).Code);

    private static byte[] Write(WeeklyReport report)
    {
        var output = new ArrayBufferWriter<byte>();
        ReportJson.Write(report, output);
        return output.WrittenSpan.ToArray();
    }

    private static byte[] Changed(Action<JsonNode> change)
    {
        var json = JsonNode.Parse(Small)!;
        change(json);
        return Encoding.UTF8.GetBytes(json.ToJsonString());
    }

    // As text, since some of the values are such that no JSON library would write them.
    private static byte[] Replaced(string path, string value) => Encoding.UTF8.GetBytes(WithHole(path).Replace("\"@\"", value, StringComparison.Ordinal));

    private static string WithHole(string path) => Encoding.UTF8.GetString(Changed(json =>
    {
        var steps = path.Split('.');
        var parent = json;
        foreach (var step in steps[..^1]) parent = int.TryParse(step, out var index) ? parent![index] : parent![step];
        if (int.TryParse(steps[^1], out var last)) parent![last] = "@";
        else parent![steps[^1]] = "@";
    }));
}
