using Keyline.Journal;

namespace Keyline.Core.Tests;

public class IdTests
{
    [Fact]
    public void Ids_are_ordered_as_their_text_is_on_every_database()
    {
        var ids = Enumerable.Range(0, 1000).Select(_ => TenantId.From(Guid.NewGuid())).ToList();

        Assert.Equal(ids.OrderBy(id => id.ToString(), StringComparer.Ordinal), ids.Order());
        Assert.Equal(
            ids.OrderBy(id => Convert.ToHexString(id.Value.ToByteArray(bigEndian: true)), StringComparer.Ordinal), ids.Order());
    }

    [Fact]
    public void New_ids_are_of_version_7_and_differ()
    {
        var ids = Enumerable.Range(0, 1000).Select(_ => AuditEntryId.New()).ToList();

        Assert.All(ids, id => Assert.Equal(7, id.Value.Version));
        Assert.Equal(1000, ids.Distinct().Count());
    }

    [Fact]
    public void Ids_compare()
    {
        var low = SiteId.From(Guid.Parse("00000000-0000-7000-8000-000000000001"));
        var high = SiteId.From(Guid.Parse("00000000-0000-7000-8000-000000000002"));

        Assert.True(low < high && low <= high && high > low && high >= low && !(high < low) && !(low > high));
        Assert.Equal(low, SiteId.From(low.Value));
    }
}
