namespace DetainerLedger.Places;

/// <summary>A state, the District of Columbia or a territory.</summary>
/// <param name="Code">The postal code, in capitals.</param>
/// <param name="Fips">Two digits.</param>
public sealed record State(string Code, string Name, string Fips);
