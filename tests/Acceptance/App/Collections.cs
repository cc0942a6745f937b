namespace Acceptance.App;

/// <summary>Tests that only read one ledger.</summary>
[CollectionDefinition]
public sealed class DatedCollection : ICollectionFixture<DatedLedger>;

/// <inheritdoc cref="DatedCollection"/>
[CollectionDefinition]
public sealed class RevisedCollection : ICollectionFixture<RevisedLedger>;
