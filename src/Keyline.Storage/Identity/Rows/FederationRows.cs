using Keyline.Identity.Domains;
using Keyline.Identity.Federation;
using Keyline.Storage.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Keyline.Storage.Identity.Rows;

/// <summary>Connections and domains.</summary>
internal sealed class FederationRows : IEntityTypeConfiguration<Connection>, IEntityTypeConfiguration<Domain>
{
    public const string VerifiedName = nameof(VerifiedName);

    public void Configure(EntityTypeBuilder<Connection> builder)
    {
        builder.ToTable("connections");
        builder.Property(connection => connection.Slug).HasMaxLength(Connection.MaxSlugLength);
        builder.Property(connection => connection.Attributes).HasJson().HasMaxLength(4000);
        builder.Property(connection => connection.Settings).HasJson().HasMaxLength(1_000_000);
        builder.Ignore(connection => connection.Kind);
        builder.HasIndex(connection => new { connection.TenantId, connection.Slug }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Domain> builder)
    {
        builder.ToTable("domains");
        builder.Property(domain => domain.Name).HasMaxLength(Domain.MaxNameLength);
        // The name, while the claim is verified: unique, so that one tenant of the installation has it.
        builder.Property<string?>(VerifiedName).HasMaxLength(Domain.MaxNameLength);
        builder.HasIndex(VerifiedName).IsUnique();
        builder.HasIndex(domain => new { domain.TenantId, domain.Name }).IsUnique();
    }
}
