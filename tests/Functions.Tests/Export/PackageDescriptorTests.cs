using System.Text.Json;
using DetainerLedger.Functions.Api.Export;

namespace DetainerLedger.Functions.Tests.Export;

public sealed class PackageDescriptorTests
{
    private static readonly TenYears Ledger = new();
    private static readonly ExportSource Source = new(Ledger, Ledger.View, Facts.Moment);

    [Fact]
    public void Returns_the_time_of_the_newest_fact_and_the_requested_one()
    {
        var package = JsonDocument.Parse(PackageDescriptor.Write(Source)).RootElement;

        Assert.Equal("2017-02-20T08:30:00Z", package.GetProperty("created").GetString());
        Assert.Equal("2017-02-20T08:30:00Z", package.GetProperty("asOf").GetString());
    }

    [Fact]
    public void Every_key_is_of_a_field_that_is_always_there_and_every_reference_of_a_key()
    {
        foreach (var table in ExportTables.All)
        {
            Assert.All(table.PrimaryKey, name => Assert.True(table.Fields.Single(field => field.Name == name).Required, name));
            Assert.All(table.ForeignKeys, key =>
            {
                Assert.Contains(table.Fields, field => field.Name == key.Field);
                Assert.Equal([key.Key], ExportTables.Find(key.Table)!.PrimaryKey);
            });
            Assert.Equal(table.Fields.Count, table.Fields.DistinctBy(field => field.Name).Count());
        }
    }
}
