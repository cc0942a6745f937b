using DetainerLedger.History;
using DetainerLedger.Tests.Publishing;
using DetainerLedger.Watching;

namespace DetainerLedger.Tests.Watching;

public sealed class LookDecisionTests
{
    private static readonly DateTimeOffset Start = new(2017, 4, 10, 9, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private WatchedAddress _address = new("https://agency.example/", "https://agency.example/report.pdf", Start);
    private DateTimeOffset _now = Start;

    [Fact]
    public void The_first_file_is_new_and_dropped_without_an_event()
    {
        var decision = Look(new Finding.File("a"));

        Assert.Equal((CaptureOutcome.New, true, true, null), (decision.Outcome, decision.IsRecorded, decision.IsDropped, decision.Event));
    }

    [Fact]
    public void The_same_bytes_and_304_are_the_same_and_not_dropped()
    {
        Look(new Finding.File("a"));

        Assert.Equal((CaptureOutcome.Same, false), Of(Look(new Finding.File("a"))));
        Assert.Equal((CaptureOutcome.Same, false), Of(Look(new Finding.NotModified())));
        Assert.Equal("a", _address.Sha256);
    }

    [Fact]
    public void Other_bytes_are_changed_in_place_also_when_they_were_there_before()
    {
        Look(new Finding.File("a"));

        foreach (var bytes in new[] { "b", "a" })
        {
            var decision = Look(new Finding.File(bytes));
            Assert.Equal((CaptureOutcome.Changed, true, FileEventKind.Changed), (decision.Outcome, decision.IsDropped, decision.Event));
        }
    }

    [Theory]
    [InlineData(404)]
    [InlineData(410)]
    [InlineData(null)]
    public void An_absence_is_a_withdrawal_when_a_look_an_hour_later_confirms_it(int? status)
    {
        Look(new Finding.File("a"));

        Assert.Equal((CaptureOutcome.Unreachable, null), Told(Look(new Finding.Missing(status))));
        Assert.Equal((CaptureOutcome.Withdrawn, FileEventKind.Withdrawn), Told(Look(new Finding.Missing(status))));
        Assert.True(_address.Withdrawn);
    }

    [Fact]
    public void An_absence_that_is_confirmed_too_soon_is_none()
    {
        Look(new Finding.File("a"));
        Look(new Finding.Missing(404));

        Assert.Equal((CaptureOutcome.Unreachable, null), Told(Look(new Finding.Missing(404), TimeSpan.FromMinutes(59))));
        Assert.Equal((CaptureOutcome.Withdrawn, FileEventKind.Withdrawn), Told(Look(new Finding.Missing(404), TimeSpan.FromMinutes(1))));
    }

    [Fact]
    public void An_absence_between_two_files_is_no_withdrawal()
    {
        Look(new Finding.File("a"));
        Look(new Finding.Missing(404));

        Assert.Equal((CaptureOutcome.Same, null), Told(Look(new Finding.File("a"))));
        Assert.Equal((CaptureOutcome.Unreachable, null), Told(Look(new Finding.Missing(404))));
    }

    [Fact]
    public void A_withdrawal_is_told_once()
    {
        Withdraw();

        var again = Look(new Finding.Missing(404));

        Assert.Equal((false, null), (again.IsRecorded, again.Event));
    }

    [Theory]
    [InlineData("a", false)]
    [InlineData("b", true)]
    public void A_withdrawn_file_returns_and_is_dropped_only_with_other_bytes(string bytes, bool isDropped)
    {
        Withdraw();

        var decision = Look(new Finding.File(bytes));

        Assert.Equal((CaptureOutcome.Returned, isDropped, FileEventKind.Returned), (decision.Outcome, decision.IsDropped, decision.Event));
        Assert.False(_address.Withdrawn);
    }

    [Fact]
    public void A_failure_neither_confirms_an_absence_nor_ends_it()
    {
        Look(new Finding.File("a"));
        Look(new Finding.Missing(404));

        Assert.Equal((CaptureOutcome.Unreachable, null), Told(Look(new Finding.Failure(LookFailures.Status, 500))));
        Assert.Equal((CaptureOutcome.Unreachable, null), Told(Look(new Finding.Failure(LookFailures.Network, null))));
        Assert.Equal((CaptureOutcome.Withdrawn, FileEventKind.Withdrawn), Told(Look(new Finding.Missing(404))));
    }

    [Fact]
    public void An_address_that_never_had_a_file_is_not_withdrawn()
    {
        Look(new Finding.Missing(404));

        Assert.Equal((CaptureOutcome.Unreachable, null), Told(Look(new Finding.Missing(404))));
        Assert.Equal((CaptureOutcome.New, null), Told(Look(new Finding.File("a"))));
    }

    [Fact]
    public void An_unasked_304_is_a_failure() => Assert.Equal((CaptureOutcome.Unreachable, null), Told(Look(new Finding.NotModified())));

    [Fact]
    public void In_every_order_of_findings_events_alternate_and_only_other_bytes_are_dropped()
    {
        Finding[] findings =
        [
            new Finding.File("a"), new Finding.File("b"), new Finding.Missing(404), new Finding.Missing(null),
            new Finding.Failure(LookFailures.Slow, null), new Finding.NotModified(),
        ];
        foreach (var order in Orders.Of(findings))
        {
            (_address, _now) = (new WatchedAddress("https://agency.example/", "https://agency.example/report.pdf", Start), Start);
            var (bytes, gone) = ((string?)null, false);
            foreach (var finding in order)
            {
                var decision = Look(finding);
                Assert.Equal(finding is Finding.File { Sha256: var found } && found != bytes, decision.IsDropped);
                if (decision.Event == FileEventKind.Withdrawn) Assert.False(gone);
                Assert.Equal(gone && finding is Finding.File or Finding.NotModified && gone, decision.Event == FileEventKind.Returned);
                bytes = decision.Address.Sha256;
                gone = decision.Address.Withdrawn;
            }
        }
    }

    private void Withdraw()
    {
        Look(new Finding.File("a"));
        Look(new Finding.Missing(404));
        Look(new Finding.Missing(404));
    }

    private LookDecision Look(Finding finding, TimeSpan? after = null)
    {
        _now += after ?? Hour;
        var decision = LookDecision.Of(_address, finding, _now, Hour);
        _address = decision.Address;
        return decision;
    }

    private static (CaptureOutcome, bool) Of(LookDecision decision) => (decision.Outcome, decision.IsDropped);

    private static (CaptureOutcome, FileEventKind?) Told(LookDecision decision) => (decision.Outcome, decision.Event);
}
