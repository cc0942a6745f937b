using CsCheck;
using DetainerLedger.Functions.Api.Parameters;

namespace DetainerLedger.Functions.Tests.Parameters;

public sealed class CursorTests
{
    private static readonly Gen<string> Positions = Gen.String[Gen.Char['\u0020', '\u00ff'], 0, 40];

    [Fact]
    public void A_cursor_gives_back_its_position() => Gen.Select(Gen.String, Positions)
        .Sample((list, position) => Cursor.TryRead(Cursor.Make(list, position), list, out var read) && read == position);

    [Fact]
    public void A_cursor_with_a_changed_character_anywhere_is_not_valid() =>
        Gen.Select(Positions, Gen.Int[0, 1000], Gen.Char).Sample((position, at, character) =>
        {
            var cursor = Cursor.Make("weeks", position);
            var index = at % cursor.Length;
            var tampered = $"{cursor[..index]}{character}{cursor[(index + 1)..]}";
            return tampered == cursor || !Cursor.TryRead(tampered, "weeks", out _);
        });

    [Fact]
    public void A_cursor_that_is_cut_or_padded_is_not_valid() =>
        Gen.Select(Positions, Gen.Int[0, 1000], Gen.Char["= \nA"]).Sample((position, at, more) =>
        {
            var cursor = Cursor.Make("weeks", position);
            return !Cursor.TryRead(cursor[..(at % cursor.Length)], "weeks", out _) && !Cursor.TryRead(cursor + more, "weeks", out _);
        });

    [Fact]
    public void Any_text_is_read_without_an_exception() => Gen.String[0, 300].Sample(text => !Cursor.TryRead(text, "weeks", out _));

    [Fact]
    public void A_cursor_holds_for_its_own_list_only() =>
        Assert.False(Cursor.TryRead(Cursor.Make("weeks", "2017-02-04"), "digests", out _));

    [Fact]
    public void A_cursor_needs_no_escaping_in_a_url() =>
        Positions.Sample(position => Cursor.Make("weeks", position)
            .All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_'));
}
