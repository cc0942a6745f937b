namespace DetainerLedger.Functions.Api.Parameters;

/// <summary>A position in a list that is ordered by id: after the row with this one.</summary>
public readonly record struct IdPosition(string Id) : IListPosition<IdPosition>
{
    public static bool TryParse(string text, out IdPosition position)
    {
        position = new IdPosition(text);
        return text.Length > 0;
    }

    public bool Precedes(IdPosition other) => string.CompareOrdinal(Id, other.Id) < 0;

    public override string ToString() => Id;
}
