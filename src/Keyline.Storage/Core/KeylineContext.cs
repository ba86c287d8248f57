using System.Text;
using Keyline.Journal;
using Keyline.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Keyline.Storage.Core;

/// <summary>What both halves of the storage have: conventions, and the journal's tables.</summary>
internal abstract class KeylineContext(DbContextOptions options) : DbContext(options)
{
    public DbSet<AuditRow> AuditEntries => Set<AuditRow>();

    public DbSet<ChangeRow> Changes => Set<ChangeRow>();

    /// <summary>Opens the transaction that the next commit ends, if none is open: for statements that act at once.</summary>
    public async Task EnsureTransactionAsync(CancellationToken ct)
    {
        if (Database.CurrentTransaction is null)
        {
            await Database.BeginTransactionAsync(ct);
        }
    }

    /// <summary>Replaces a row as a whole with the next commit.</summary>
    public void Replace<T>(T row)
        where T : class
    {
        var key = Model.FindEntityType(typeof(T))!.FindPrimaryKey()!.Properties; // Every mapped type here has a key.
        var tracked = ChangeTracker.Entries<T>().FirstOrDefault(entry =>
            key.All(property => Equals(entry.Property(property).CurrentValue, property.GetGetter().GetClrValue(row))));
        if (tracked is null)
        {
            Update(row);
        }
        else
        {
            tracked.CurrentValues.SetValues(row);
        }
    }

    /// <summary>Fills in a column that no member of the record holds, such as a folded key.</summary>
    public void SetShadow<T>(T row, string column, object? value)
        where T : class
    {
        var key = Model.FindEntityType(typeof(T))!.FindPrimaryKey()!.Properties; // Every mapped type here has a key.
        ChangeTracker.Entries<T>().Single(entry =>
            key.All(property => Equals(entry.Property(property).CurrentValue, property.GetGetter().GetClrValue(row))))
            .Property(column).CurrentValue = value;
    }

    protected sealed override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<TenantId>().HaveConversion<IdConverter<TenantId>>();
        configurationBuilder.Properties<SiteId>().HaveConversion<IdConverter<SiteId>>();
        configurationBuilder.Properties<AuditEntryId>().HaveConversion<IdConverter<AuditEntryId>>();
        configurationBuilder.Properties<TenantSlug>().HaveConversion<SlugConverter>().HaveMaxLength(TenantSlug.MaxLength);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantConverter>();
        configurationBuilder.Properties<TimeSpan>().HaveConversion<DurationConverter>();
        configurationBuilder.Properties<string>().HaveMaxLength(200);
        ConfigureIds(configurationBuilder);
    }

    protected sealed override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<AuditRow>(row =>
        {
            row.ToTable("audit_entries").HasKey(entry => entry.Number);
            row.Property(entry => entry.Number).ValueGeneratedOnAdd();
            row.Property(entry => entry.Facts).HasJson().HasMaxLength(65536);
            row.Property(entry => entry.SearchKey).HasMaxLength(2000);
            row.HasIndex(entry => new { entry.TenantId, entry.Id }).IsUnique();
            row.HasIndex(entry => new { entry.TenantId, entry.Reference });
        });
        modelBuilder.Entity<ChangeRow>(row =>
        {
            row.ToTable("changes").HasKey(change => change.Number);
            row.Property(change => change.Number).ValueGeneratedOnAdd();
        });
        modelBuilder.Entity<AuditLinkRow>().ToTable("audit_links").HasKey(link => new { link.TenantId, link.Number });
        modelBuilder.Entity<AuditLinkRow>().HasIndex(link => link.EntryId).IsUnique();
        modelBuilder.Entity<AuditCheckpointRow>().ToTable("audit_checkpoints").HasKey(point => new { point.TenantId, point.Number });
        modelBuilder.Entity<AuditSealerRow>(row =>
        {
            row.ToTable("audit_sealer").HasKey(sealer => sealer.Id);
            row.Property(sealer => sealer.Id).ValueGeneratedNever();
        });
        modelBuilder.Entity<Tenant>(TenantRows.Configure);
        ConfigureRows(modelBuilder);
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            foreach (var property in entity.GetProperties())
            {
                property.SetColumnName(SnakeCase(property.Name));
            }
        }
    }

    protected abstract void ConfigureIds(ModelConfigurationBuilder builder);

    protected abstract void ConfigureRows(ModelBuilder builder);

    private static string SnakeCase(string name)
    {
        var text = new StringBuilder();
        foreach (var c in name)
        {
            text.Append(char.IsAsciiLetterUpper(c) && text.Length > 0 ? "_" : "").Append(char.ToLowerInvariant(c));
        }

        return text.ToString();
    }
}
