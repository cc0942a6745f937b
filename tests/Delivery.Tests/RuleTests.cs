using DetainerLedger.Delivery.Keys;
using DetainerLedger.Subscriptions;
using Microsoft.Extensions.Options;

namespace DetainerLedger.Delivery.Tests;

/// <summary>The rules that need no storage.</summary>
public sealed class RuleTests
{
    private static readonly LedgerChange Published = new("week-2026-01-03-r1", ChangeTypes.WeekPublished, new DateTimeOffset(2026, 1, 15, 0, 0, 0, TimeSpan.Zero), "/")
    {
        Ended = new DateOnly(2026, 1, 9),
    };

    private static readonly ChangeDetails TravisChanged = new("", [], [new PlaceChange(Made.Travis, ["Changed."])]);

    private static readonly DeliveryKeys Keys = KeysOf(World.Key);

    [Fact]
    public void Ten_tries_take_three_days()
    {
        var total = Enumerable.Range(1, RetrySchedule.MostTries - 1).Aggregate(TimeSpan.Zero, (sum, tries) => sum + RetrySchedule.After(tries, null, 0)!.Value);
        Assert.Equal(10, RetrySchedule.MostTries);
        Assert.InRange(total, TimeSpan.FromDays(3), TimeSpan.FromDays(3.5));
        Assert.Null(RetrySchedule.After(RetrySchedule.MostTries, null, 0));
    }

    [Theory]
    [InlineData(60, 60)]
    [InlineData(-5, 5)]
    [InlineData(1, 5)]
    [InlineData(10 * 86400, 86400)]
    public void A_receiver_may_ask_for_more_time_up_to_a_day(int asked, int expected) =>
        Assert.Equal(TimeSpan.FromSeconds(expected), RetrySchedule.After(1, TimeSpan.FromSeconds(asked), 0));

    [Theory]
    [InlineData("reader@example.org", "reader@example.org")]
    [InlineData("  Reader.Name+tag@Example.ORG ", "reader.name+tag@example.org")]
    [InlineData("reader@example.org\r\nBcc: other@example.org", null)]
    [InlineData("reader@example.org,other@example.org", null)]
    [InlineData("Reader <reader@example.org>", null)]
    [InlineData("\"a b\"@example.org", null)]
    [InlineData("reader@localhost", null)]
    [InlineData("reader@127.0.0.1", null)]
    [InlineData("reader@exa_mple.org", null)]
    [InlineData("@example.org", null)]
    [InlineData("reader@", null)]
    [InlineData("a@b@example.org", null)]
    [InlineData("réader@example.org", null)]
    [InlineData("reader@example.org\0", null)]
    [InlineData("reader%0d%0a@example.org%0a", null)]
    [InlineData(null, null)]
    public void An_address_is_accepted_in_the_form_that_all_servers_accept(string? text, string? address) => Assert.Equal(address, MailAddress.Normalize(text));

    [Theory]
    [InlineData(RecipientKind.Mail, false)]
    [InlineData(RecipientKind.Webhook, true)]
    public void A_reader_of_everything_hears_of_a_new_week_by_its_digest_and_a_program_by_its_event(RecipientKind kind, bool takes) =>
        Assert.Equal(takes, Matching.Takes(kind, [new Filter()], Published, TravisChanged, old: false));

    [Theory]
    [InlineData("TX", null, true)]
    [InlineData("IL", null, false)]
    [InlineData(null, "tx-travis-county", true)]
    [InlineData(null, "tx-bexar-county", false)]
    public void A_place_is_followed_when_something_changed_there(string? state, string? jurisdiction, bool takes) =>
        Assert.Equal(takes, Matching.Takes(RecipientKind.Mail, [new Filter(state, jurisdiction)], Published, TravisChanged, old: false));

    [Fact]
    public void Corrections_only_means_corrections_and_revisions()
    {
        var filter = new Filter(Jurisdiction: "tx-travis-county", Corrections: true);
        Assert.False(Takes(ChangeTypes.WeekPublished));
        Assert.True(Takes(ChangeTypes.WeekRevised));
        Assert.True(Takes(ChangeTypes.CorrectionPublished));

        bool Takes(string type) => Matching.Takes(RecipientKind.Mail, [filter], Published with { Type = type }, TravisChanged, old: false);
    }

    [Fact]
    public void A_backfilled_week_is_sent_only_when_it_is_asked_for()
    {
        var backfilled = Published with { Ended = Published.Ended!.Value.AddYears(-9) };
        Assert.False(Published.IsOld(60));
        Assert.True(backfilled.IsOld(60));
        Assert.False(Matching.Takes(RecipientKind.Mail, [new Filter("TX")], backfilled, TravisChanged, old: true));
        Assert.True(Matching.Takes(RecipientKind.Mail, [new Filter("TX", OldWeeks: true)], backfilled, TravisChanged, old: true));
    }

    [Fact]
    public void A_token_opens_its_row_for_its_purpose_and_no_other()
    {
        var row = Row(DeliveryKeys.RandomId());
        var token = Keys.Token(row, TokenPurpose.Unsubscribe);

        Assert.True(Keys.Holds(SubscriptionToken.Parse(token.ToString())!, row));
        Assert.False(Keys.Holds(token with { Purpose = TokenPurpose.Manage }, row));
        Assert.False(Keys.Holds(token, Row(DeliveryKeys.RandomId())));
        Assert.False(Keys.Holds(token, row with { Nonce = DeliveryKeys.RandomId() }));
        Assert.False(KeysOf(Convert.ToBase64String(new byte[32])).Holds(token, row));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a.u.b.c")]
    [InlineData("0123456789abcdef0123456789abcdef.x.key.mac")]
    [InlineData("0123456789abcdef0123456789abcdef.u.key.mac.more")]
    [InlineData("0123456789abcdef0123456789abcdef.u.k/y.mac")]
    [InlineData(null)]
    public void What_is_no_token_is_none(string? text) => Assert.Null(SubscriptionToken.Parse(text));

    [Fact]
    public void An_address_is_encrypted_for_its_row_and_found_by_its_hash()
    {
        var id = Keys.IdsOf("reader@example.org")[0];
        var text = Keys.Seal(id, "reader@example.org");

        Assert.DoesNotContain("reader", text, StringComparison.Ordinal);
        Assert.NotEqual(text, Keys.Seal(id, "reader@example.org"));
        Assert.Equal("reader@example.org", Keys.Open(id, text));
        Assert.ThrowsAny<System.Security.Cryptography.CryptographicException>(() => Keys.Open(DeliveryKeys.RandomId(), text));
        Assert.ThrowsAny<System.Security.Cryptography.CryptographicException>(() => Keys.Open(id, text[..^2] + (text.EndsWith("AA", StringComparison.Ordinal) ? "BB" : "AA")));
    }

    [Fact]
    public void After_a_new_key_the_earlier_one_still_opens_what_it_made()
    {
        var id = Keys.IdsOf("reader@example.org")[0];
        var text = Keys.Seal(id, "reader@example.org");
        var token = Keys.Token(Row(id), TokenPurpose.Manage);
        var replaced = new DeliveryKeys(Options.Create(new DeliveryOptions { Key = Convert.ToBase64String(new byte[32]), EarlierKey = World.Key }));

        Assert.Contains(id, replaced.IdsOf("reader@example.org"));
        Assert.Equal("reader@example.org", replaced.Open(id, text));
        Assert.True(replaced.Holds(token, Row(id)));
        Assert.Throws<System.Security.Cryptography.CryptographicException>(() => KeysOf(Convert.ToBase64String(new byte[32])).Open(id, text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("id|change")]
    [InlineData("0123456789abcdef0123456789abcdef|")]
    [InlineData("0123456789abcdef0123456789abcdef|a/b")]
    [InlineData("0123456789abcdef0123456789abcdef|a|b")]
    public void A_message_that_names_no_delivery_is_recognized(string message) => Assert.Null(DeliveryId.Parse(message));

    [Theory]
    [InlineData("everything", null, null, false)]
    [InlineData("Travis County, Texas", null, "tx-travis-county", false)]
    [InlineData("corrections and revisions for Texas", "TX", null, true)]
    public void A_filter_is_named_to_people(string name, string? state, string? jurisdiction, bool corrections) =>
        Assert.Equal(name, FilterNames.Of(new Filter(state, jurisdiction, corrections)));

    private static DeliveryKeys KeysOf(string key) => new(Options.Create(new DeliveryOptions { Key = key }));

    private static Recipient Row(string id) => new(id, RecipientKind.Mail, RecipientState.Active, "0123", "", default);
}
