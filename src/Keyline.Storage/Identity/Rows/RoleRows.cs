using Keyline.Identity.Roles;
using Keyline.Storage.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Keyline.Storage.Identity.Rows;

/// <summary>Custom roles, mappings and direct grants.</summary>
internal sealed class RoleRows : IEntityTypeConfiguration<CustomRole>, IEntityTypeConfiguration<Mapping>, IEntityTypeConfiguration<DirectGrant>
{
    public void Configure(EntityTypeBuilder<CustomRole> builder)
    {
        builder.ToTable("custom_roles").HasKey(role => new { role.TenantId, role.Name });
        builder.Property(role => role.Name).HasMaxLength(Role.MaxNameLength);
        builder.Property(role => role.Permissions).HasJson().HasMaxLength(8000);
    }

    public void Configure(EntityTypeBuilder<Mapping> builder)
    {
        builder.ToTable("mappings");
        builder.Property(mapping => mapping.Role).HasMaxLength(Role.MaxNameLength);
        builder.HasIndex(mapping => new { mapping.TenantId, mapping.GroupId });
    }

    public void Configure(EntityTypeBuilder<DirectGrant> builder)
    {
        builder.ToTable("direct_grants");
        builder.Property(grant => grant.Role).HasMaxLength(Role.MaxNameLength);
        builder.Property(grant => grant.Reason).HasMaxLength(DirectGrant.MaxReasonLength);
        builder.HasIndex(grant => new { grant.TenantId, grant.PersonId });
    }
}
