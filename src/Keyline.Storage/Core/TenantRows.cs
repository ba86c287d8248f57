using Keyline.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Keyline.Storage.Core;

/// <summary>The tenants' table.</summary>
internal static class TenantRows
{
    public const string SearchKey = nameof(SearchKey);

    public static void Configure(EntityTypeBuilder<Tenant> tenant)
    {
        tenant.ToTable("tenants");
        tenant.HasIndex(row => row.Slug).IsUnique();
        tenant.Property<string>(SearchKey).HasMaxLength(300);
        tenant.Ignore(row => row.IsOperator).Ignore(row => row.IncludesSso);
    }
}
