using System.Text.RegularExpressions;
using CsCheck;
using DetainerLedger.Places;

namespace DetainerLedger.Tests.Places;

public sealed partial class NameResolverProperties
{
    private static readonly JurisdictionRegister Register = JurisdictionRegister.Default;
    private static readonly NameResolver Places = new(Register);

    private static readonly Gen<string> Fragment = OneOf(
        "City of ", "County of ", "Parish of ", "City and County of ", "New York", "Oklahoma", "Washington", "Cal", "Co", "Co.", "County", "Parish", "Saint",
        "St.", "St", "Ft.", "Mt", "De", "Kalb", "La", "Salle", "Doña Ana", "Police", "State", "Dept.", "Department of", "Iowa", "Jail", "Baltimore",
        "D.C.", "(New York)", "(", ")", ",", ", ", " ", "-", "—", "’", "&", "ﬁ", "\u00ad", "\u0303", "\ud83d", "…", "ß", "Ł", "北京", "/", "#", "?", "\\", "\0", "\n");

    private static readonly Gen<string> Name = Gen.OneOf(
        Gen.String, Gen.OneOf(Fragment, Gen.Const(" ")).Array[0, 12].Select(string.Concat), Fragment.Array[30, 80].Select(string.Concat));

    private static readonly Gen<string?> State = Gen.Frequency(
        (2, Gen.Const((string?)null)), (4, OneOf<string?>("Texas", "NY", "Okla.", "CO", "D.C.", "Louisiana", "GA", "IL", "AK", "")), (1, Name.Select(name => (string?)name)));

    [Fact]
    public void Whatever_is_printed_it_resolves_to_something_safe_and_bounded() => Name.Select(State).Sample((name, state) =>
    {
        var place = Places.Resolve(name, state);
        Assert.True(place.Name.Length <= 200);
        Assert.DoesNotContain(place.Name, char.IsControl);
        if (place.Id is null) Assert.Equal(new Jurisdiction(null, place.Name, null, null, null), place);
        else
        {
            Assert.True(place.Id.Length <= 120, place.Id);
            Assert.Matches(Id(), place.Id);
            Assert.Equal(place.State, place.Id[..2].ToUpperInvariant());
            Assert.NotNull(place.Kind);
            Assert.NotEqual("", place.Name);
        }
    }, iter: 20_000);

    [Fact]
    public void What_was_resolved_resolves_to_itself() => Name.Select(State).Sample((name, state) =>
    {
        var place = Places.Resolve(name, state);
        Assert.Equal(place, Places.Resolve(place.Name, place.State));
        if (place is { Id: not null, Kind: not JurisdictionKind.State }) Assert.Equal(place, Places.Resolve($"{place.Name}, {Register.FindState(place.State)!.Name}"));
    }, iter: 20_000);

    [Fact]
    public void One_id_has_one_value_however_it_is_printed() => Name.Select(State).Sample((name, state) =>
    {
        var place = Places.Resolve(name, state);
        if (place.Id is null) return;
        foreach (var variant in (string[])[name.ToUpperInvariant(), name.ToLowerInvariant(), name.Replace(" ", "\u00a0 ", StringComparison.Ordinal), name.Replace("’", "'", StringComparison.Ordinal)])
        {
            var again = Places.Resolve(variant, state);
            if (again.Id == place.Id) Assert.Equal(place, again);
        }
    }, iter: 5_000);

    [Fact]
    public void Every_place_of_the_register_resolves_to_itself()
    {
        foreach (var place in Register.States.SelectMany(state => Register.CountiesOf(state.Code)))
        {
            Assert.Equal(place, Places.Resolve(place.Name, place.State));
            Assert.Equal(place, Places.Resolve($"{place.Name}, {StateNames.Of(place.State)}"));
            Assert.Equal(place, Places.Resolve(place.Name.ToUpperInvariant(), place.State));
            Assert.Equal(place, Register.FindByFips(place.Fips));
        }
    }

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    [GeneratedRegex("^[a-z]{2}(-[a-z0-9]+)*$")]
    private static partial Regex Id();
}
