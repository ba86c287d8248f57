using Keyline.Devices.Sites;
using Keyline.Storage.Core;
using Microsoft.EntityFrameworkCore;

namespace Keyline.Storage.Devices;

/// <summary>The device plane's tables.</summary>
internal sealed class DevicesContext(DbContextOptions<DevicesContext> options) : KeylineContext(options)
{
    protected override void ConfigureIds(ModelConfigurationBuilder builder)
    {
    }

    protected override void ConfigureRows(ModelBuilder builder) => builder.Entity<Site>(site =>
    {
        site.ToTable("sites");
        site.Property(row => row.Slug).HasMaxLength(Site.MaxSlugLength);
        site.HasIndex(row => new { row.TenantId, row.Slug }).IsUnique();
    });
}
