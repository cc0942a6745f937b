namespace DetainerLedger.Functions.Tests;

/// <summary>For tests that measure what the whole process takes: no other test runs beside them.</summary>
[CollectionDefinition(DisableParallelization = true)]
public sealed class Alone;
