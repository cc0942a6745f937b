using DetainerLedger.Functions.Api.Parameters;

namespace DetainerLedger.Functions.Tests.Parameters;

public sealed class FileNameTests
{
    [Theory]
    [InlineData("ddor2017_02-04to02-10.pdf")]
    [InlineData("Declined Detainers (Feb. 4–10) #2?.pdf")]
    [InlineData("año.csv")]
    [InlineData("📄.pdf")]
    public void Takes_names(string name) => Assert.True(FileNames.IsName(name));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("../report.pdf")]
    [InlineData("folder/report.pdf")]
    [InlineData(@"C:\report.pdf")]
    [InlineData("report\0.pdf")]
    [InlineData("report\r\nSet-Cookie: a=b.pdf")]
    [InlineData("report\u0085.pdf")]
    [InlineData("report\u2028.pdf")]
    [InlineData("report\u202efdp.exe")]
    public void Rejects_folders_and_what_is_invisible(string name) => Assert.False(FileNames.IsName(name));

    [Fact]
    public void Rejects_half_a_character() => Assert.False(FileNames.IsName("report\ud83d.pdf"));

    [Fact]
    public void Takes_up_to_200_characters()
    {
        Assert.True(FileNames.IsName(new string('a', 200)));
        Assert.False(FileNames.IsName(new string('a', 201)));
    }

    [Theory]
    [InlineData("?name=a.pdf", null, "a.pdf")]
    [InlineData("?name=a.pdf", "attachment; filename=b.pdf", "a.pdf")]
    [InlineData("", "attachment; filename=b.pdf", "b.pdf")]
    [InlineData("", "attachment; filename=\"b c.pdf\"", "b c.pdf")]
    [InlineData("", "attachment; filename=b.pdf; filename*=UTF-8''a%C3%B1o.pdf", "año.pdf")]
    public void Comes_from_the_query_or_else_from_the_header(string query, string? disposition, string name)
    {
        var asked = Asked(query, disposition);
        Assert.Equal(name, asked.FileName());
        Assert.Null(asked.Problem);
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("?name=", "attachment; filename=b.pdf")]
    [InlineData("?name=..%2Fb.pdf", null)]
    [InlineData("", "attachment")]
    [InlineData("", "attachment; filename=\"../b.pdf\"")]
    [InlineData("", "attachment; filename*=UTF-8''..%2Fb.pdf")]
    [InlineData("", ";;;")]
    public void Is_required(string query, string? disposition)
    {
        var asked = Asked(query, disposition);
        asked.FileName();
        Assert.Equal("invalid-name", asked.Problem?.Code);
    }

    private static Query Asked(string query, string? disposition) => new(disposition is null
        ? Requests.Post($"/api/reports{query}", [1])
        : Requests.Post($"/api/reports{query}", [1], ("Content-Disposition", disposition)));
}
