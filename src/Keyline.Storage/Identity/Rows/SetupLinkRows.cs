using Keyline.Identity.SetupLinks;
using Keyline.Storage.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Keyline.Storage.Identity.Rows;

/// <summary>Set-up links.</summary>
internal sealed class SetupLinkRows : IEntityTypeConfiguration<SetupLink>
{
    public void Configure(EntityTypeBuilder<SetupLink> builder)
    {
        builder.ToTable("setup_links");
        builder.Property(link => link.Label).HasMaxLength(SetupLink.MaxLabelLength);
        builder.Property(link => link.DomainIds).HasJson().HasMaxLength(4000);
        builder.HasIndex(link => link.TokenHash).IsUnique();
        builder.HasIndex(link => new { link.TenantId, link.Id });
    }
}
