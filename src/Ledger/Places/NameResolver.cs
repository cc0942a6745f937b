namespace DetainerLedger.Places;

/// <summary>Turns the printed name of a place into a jurisdiction, and never guesses a state.</summary>
public sealed class NameResolver(JurisdictionRegister register)
{
    /// <summary>Resolves a name and, where the report has one, its state, as printed: a name, a postal code or an abbreviation.</summary>
    public Jurisdiction Resolve(string name, string? state = null) => throw new NotSupportedException($"{register}");
}
