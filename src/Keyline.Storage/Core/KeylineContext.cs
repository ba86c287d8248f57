using System.Text;
using Keyline.Journal;
using Keyline.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Keyline.Storage.Core;

/// <summary>What both halves of the storage have: conventions, and the journal's tables.</summary>
internal abstract class KeylineContext : DbContext
{
    // Records never change after they were handed in, so nobody needs to look for changes.
    protected KeylineContext(DbContextOptions options)
        : base(options) => ChangeTracker.AutoDetectChangesEnabled = false;

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

    /// <summary>Adds a row; one that was removed in this unit of work is replaced.</summary>
    public override EntityEntry<TEntity> Add<TEntity>(TEntity entity)
    {
        if (FindTracked(entity) is not { State: EntityState.Deleted } removed)
        {
            return base.Add(entity);
        }

        removed.State = EntityState.Modified;
        removed.CurrentValues.SetValues(entity);
        return removed;
    }

    /// <summary>Removes a row with the next commit; that it is gone already is no conflict.</summary>
    public override EntityEntry<TEntity> Remove<TEntity>(TEntity entity)
    {
        if (FindTracked(entity) is not { } tracked)
        {
            return base.Remove(entity);
        }

        tracked.State = tracked.State == EntityState.Added ? EntityState.Detached : EntityState.Deleted;
        return tracked;
    }

    /// <summary>Replaces a row as a whole with the next commit.</summary>
    public void Replace<T>(T row)
        where T : class
    {
        if (FindTracked(row) is { } tracked)
        {
            tracked.CurrentValues.SetValues(row);
        }
        else
        {
            Update(row);
        }
    }

    /// <summary>Fills in a column that no member of the record holds, such as a folded key.</summary>
    public void SetShadow<T>(T row, string column, object? value)
        where T : class =>
        (FindTracked(row) ?? throw new ArgumentException("The row must be added or replaced first.", nameof(row)))
            .Property(column).CurrentValue = value;

    private EntityEntry<T>? FindTracked<T>(T row)
        where T : class
    {
        var key = Model.FindEntityType(typeof(T))!.FindPrimaryKey()!.Properties; // Every mapped type here has a key.
        return Set<T>().Local.FindEntryUntyped(key.Select(property => property.GetGetter().GetClrValue(row)));
    }

    protected sealed override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<TenantId>().HaveConversion<IdConverter<TenantId>>();
        configurationBuilder.Properties<SiteId>().HaveConversion<IdConverter<SiteId>>();
        configurationBuilder.Properties<AuditEntryId>().HaveConversion<IdConverter<AuditEntryId>>();
        configurationBuilder.Properties<TenantSlug>().HaveConversion<SlugConverter>().HaveMaxLength(TenantSlug.MaxLength);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantConverter>();
        configurationBuilder.Properties<TimeSpan>().HaveConversion<DurationConverter>();
        configurationBuilder.Properties<string>().HaveMaxLength(200).HaveConversion<TextConverter>();
        ConfigureIds(configurationBuilder);
    }

    protected sealed override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<AuditRow>(row =>
        {
            row.ToTable("audit_entries").HasKey(entry => entry.Number);
            row.Property(entry => entry.Number).ValueGeneratedOnAdd();
            row.Property(entry => entry.Facts).HasJson().HasMaxLength(500_000);
            row.Property(entry => entry.SearchKey).HasMaxLength(2000);
            row.HasIndex(entry => new { entry.TenantId, entry.Id }).IsUnique();
            row.HasIndex(entry => new { entry.TenantId, entry.Reference });
            row.HasIndex(entry => new { entry.TenantId, entry.ActorId, entry.Id });
            row.HasIndex(entry => new { entry.TenantId, entry.TargetId, entry.Id });
            row.HasIndex(entry => new { entry.TenantId, entry.Action, entry.Outcome, entry.At });
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
