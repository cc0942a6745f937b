using DetainerLedger.Pages.Charts.Shapes;
using DetainerLedger.Places;

namespace DetainerLedger.Pages.Charts;

/// <summary>Decides what of a week is drawn where, and what a map can't show. Places keep their given order.</summary>
internal sealed class MapDrawing
{
    /// <summary>A shape narrower and lower than this is ringed; a ring of this radius can be seen and touched.</summary>
    private const int Small = 16;

    private const string Washington = "11";

    private MapDrawing(MapSheet sheet) => Sheet = sheet;

    public MapSheet Sheet { get; }

    /// <summary>The outlines without a fact of their own: the nation's states, or a state's counties.</summary>
    public required IReadOnlyList<MapShape> Outlines { get; init; }

    /// <summary>The whole states that are listed.</summary>
    public required IReadOnlyList<MapMark> States { get; init; }

    public required IReadOnlyList<MapMark> Counties { get; init; }

    /// <summary>The listings without a shape, by kind.</summary>
    public required IReadOnlyList<IGrouping<string, MapPlace>> Beneath { get; init; }

    /// <summary>The United States.</summary>
    public static MapDrawing OfNation(IReadOnlyList<MapPlace> places)
    {
        var sheet = MapAtlas.Nation;
        return new MapDrawing(sheet)
        {
            Outlines = [.. sheet.Shapes.Where(shape => shape.Fips.Length == 2)],
            States = Marks(sheet, places.Where(IsWholeState)),
            Counties = Marks(sheet, places.Where(place => !IsWholeState(place))),
            Beneath = Group(places.Where(place => ShapeOf(sheet, place) is null)),
        };
    }

    /// <summary>One state with its counties. That the whole state is listed is drawn on each county without a fact of its own.</summary>
    /// <returns>Null if there is no drawing of the state, or the state has no parts (the District of Columbia, Guam).</returns>
    public static MapDrawing? OfState(State state, IReadOnlyList<MapPlace> places)
    {
        if (MapAtlas.State(state.Fips) is not { Shapes.Count: > 1 } sheet) return null;
        var own = places.Where(place => place.Jurisdiction.State == state.Code).ToList();
        return new MapDrawing(sheet)
        {
            Outlines = sheet.Shapes,
            States = [.. own.Where(IsWholeState).SelectMany(whole =>
                sheet.Shapes.Select(shape => new MapMark(whole, shape, IsSmall: false)))],
            Counties = Marks(sheet, own.Where(place => !IsWholeState(place))),
            Beneath = Group(own.Where(place => !IsWholeState(place) && ShapeOf(sheet, place) is null)),
        };
    }

    // The District of Columbia is a state in the register, but has no counties: it is listed by itself.
    private static bool IsWholeState(MapPlace place) => place.Listed && place.IsState && place.Jurisdiction.Fips != Washington;

    // A row that names a state without listing it isn't about each part of the state.
    private static MapShape? ShapeOf(MapSheet sheet, MapPlace place) =>
        place.IsState && !IsWholeState(place) && place.Jurisdiction.Fips != Washington ? null : sheet.Find(place.Jurisdiction.Fips);

    private static List<MapMark> Marks(MapSheet sheet, IEnumerable<MapPlace> places) =>
        [.. from place in places
            let shape = ShapeOf(sheet, place)
            where shape is not null
            select new MapMark(place, shape, Math.Max(shape.Box.Width, shape.Box.Height) < Small)];

    private static List<IGrouping<string, MapPlace>> Group(IEnumerable<MapPlace> places) =>
        [.. places.GroupBy(place => Kind(place.Jurisdiction)).OrderBy(group => group.Key, StringComparer.Ordinal)];

    private static string Kind(Jurisdiction place) => place switch
    {
        { State: null } => "Places printed without a state",
        { Fips.Length: 5 } => "Outside this map",
        { Kind: JurisdictionKind.Agency } => "Agencies",
        { Kind: JurisdictionKind.City } => "Cities",
        { Kind: JurisdictionKind.Tribe } => "Tribes",
        { Kind: JurisdictionKind.State } => "States and territories",
        { Kind: JurisdictionKind.County } => "Counties that the register doesn't have",
        _ => "Other places",
    };
}
