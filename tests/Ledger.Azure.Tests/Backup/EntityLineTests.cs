using System.Text;
using Azure.Data.Tables;
using DetainerLedger.Storage.Backup;

namespace DetainerLedger.Storage.Tests.Backup;

public sealed class EntityLineTests
{
    [Fact]
    public void Each_type_of_a_property_is_the_same_after_it_was_written_and_read()
    {
        var entity = new TableEntity("a partition", "week|2017-02-04")
        {
            ["Text"] = "“quoted”\n\u0001 😀",
            ["Empty"] = "",
            ["Int32"] = int.MinValue,
            ["Int64"] = long.MaxValue,
            ["Double"] = 0.1,
            ["Yes"] = true,
            ["No"] = false,
            ["Moment"] = new DateTimeOffset(2017, 2, 13, 9, 0, 0, TimeSpan.Zero).AddTicks(1234567),
            ["Guid"] = new Guid("01234567-89ab-cdef-0123-456789abcdef"),
            ["Binary"] = new byte[] { 0, 255, 10 },
        };
        entity["Timestamp"] = DateTimeOffset.MaxValue;

        var read = EntityLine.Read(Encoding.UTF8.GetString(EntityLine.Write(entity)));

        Assert.Equal((entity.PartitionKey, entity.RowKey), (read.PartitionKey, read.RowKey));
        Assert.False(read.ContainsKey("Timestamp"));
        entity.Remove("Timestamp");
        Assert.Equal(entity.OrderBy(property => property.Key, StringComparer.Ordinal), read.OrderBy(property => property.Key, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"partition":"p","row":"r","properties":{"A":["Money","1"]}}""")]
    [InlineData("""{"partition":"p","row":"r","properties":{"A":["Int32"]}}""")]
    public void A_line_that_is_no_entity_is_refused(string line) => Assert.Throws<FormatException>(() => EntityLine.Read(line));
}
