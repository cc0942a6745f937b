using Acceptance.App;

[assembly: AssemblyFixture(typeof(SampleLedger))]
