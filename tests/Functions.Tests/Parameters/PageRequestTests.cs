using CsCheck;
using DetainerLedger.Functions.Api.Parameters;
using DetainerLedger.Functions.Api.Weeks;
using DetainerLedger.History;

namespace DetainerLedger.Functions.Tests.Parameters;

public sealed class PageRequestTests
{
    [Fact]
    public void Following_next_gives_every_row_once_and_in_order() => Gen.Select(Gen.Int[0, 60], Gen.Int[1, 12]).Sample((count, limit) =>
    {
        var rows = Enumerable.Range(0, count).ToList();
        var revision = Facts.Revision(Facts.Week, 3);
        var seen = new List<int>();
        var next = "";
        for (var pages = 0; next is not null; pages++)
        {
            Assert.True(pages <= count / limit);
            var query = new Query(Requests.Get($"/api/weeks/2017-02-04/declines?limit={limit}{(next == "" ? "" : $"&cursor={next}")}"));
            (var page, next) = query.Page<RowPosition>("declines", RowPosition.TryParse).CutRows(revision, rows);
            Assert.Null(query.Problem);
            seen.AddRange(page);
        }
        return seen.SequenceEqual(rows);
    });

    [Fact]
    public void The_last_full_page_has_no_next()
    {
        var (rows, next) = new PageRequest<DateOnly>(2, null, "weeks").Cut([1, 2], _ => "unused");
        Assert.Equal([1, 2], rows);
        Assert.Null(next);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2017-02-04")]
    [InlineData("2017-02-04.1")]
    [InlineData("2017-02-04.1.-1")]
    [InlineData("2017-02-04.1.99999999999")]
    [InlineData("2017-02-31.1.1")]
    [InlineData("2017-02-04.1.1.1")]
    public void A_place_among_rows_has_three_parts(string text) => Assert.False(RowPosition.TryParse(text, out _));

    [Fact]
    public void A_page_comes_from_the_revision_of_the_page_before_although_a_newer_one_is_in_force()
    {
        var newer = Facts.Week.AddDays(7);
        var view = new LedgerIndex([[Facts.Revision(Facts.Week), Facts.Revision(Facts.Week, 2)], [Facts.Revision(newer)]], [], "1").Now;
        Assert.Equal(2, RowPosition.Revisit(view, Facts.Week, null)?.Number);
        Assert.Equal(1, RowPosition.Revisit(view, Facts.Week, new RowPosition(Facts.Week, 1, 100))?.Number);
        Assert.Equal(newer, RowPosition.Revisit(view, null, null)?.Week);
        Assert.Equal(Facts.Week, RowPosition.Revisit(view, null, new RowPosition(Facts.Week, 2, 100))?.Week);
        Assert.Null(RowPosition.Revisit(view, null, new RowPosition(Facts.Week, 9, 100)));
    }
}
