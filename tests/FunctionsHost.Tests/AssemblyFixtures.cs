using FunctionsHost.Tests;

[assembly: AssemblyFixture(typeof(SharedHost))]
