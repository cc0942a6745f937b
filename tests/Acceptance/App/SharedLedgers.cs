namespace Acceptance.App;

/// <summary>Tests that only read one ledger.</summary>
[CollectionDefinition]
public sealed class OneDatedLedger : ICollectionFixture<DatedLedger>;

/// <inheritdoc cref="OneDatedLedger"/>
[CollectionDefinition]
public sealed class OneRevisedLedger : ICollectionFixture<RevisedLedger>;
