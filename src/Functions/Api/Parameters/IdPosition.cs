namespace DetainerLedger.Functions.Api.Parameters;

/// <summary>A position in a list that is ordered by id: after the row with this one.</summary>
public readonly record struct IdPosition(string Id)
{
    public static bool TryParse(string text, out IdPosition position)
    {
        position = new IdPosition(text);
        return text.Length > 0;
    }

    public bool Precedes(string id) => string.CompareOrdinal(Id, id) < 0;
}
