using Keyline.Identity.BreakGlass;
using Keyline.Identity.BreakGlass.Drills;
using Keyline.Identity.BreakGlass.Evidence;
using Keyline.Identity.LocalSignIn;
using Keyline.Identity.Mail.Outbox;
using Keyline.Storage.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Keyline.Storage.Identity.Rows;

/// <summary>Local sign-ins under way, break-glass accounts, drills and their evidence, and mail that waits to be sent.</summary>
internal sealed class BreakGlassRows : IEntityTypeConfiguration<LocalTransaction>, IEntityTypeConfiguration<BreakGlassAccount>,
    IEntityTypeConfiguration<Drill>, IEntityTypeConfiguration<EvidenceKey>, IEntityTypeConfiguration<OutboxMail>
{
    public void Configure(EntityTypeBuilder<LocalTransaction> builder)
    {
        builder.ToTable("local_transactions");
        builder.Property(transaction => transaction.ReturnPath).HasMaxLength(LocalTransaction.MaxReturnPathLength);
        builder.HasIndex(transaction => transaction.SecretHash).IsUnique();
        builder.HasIndex(transaction => transaction.ExpiresAt);
    }

    public void Configure(EntityTypeBuilder<BreakGlassAccount> builder)
    {
        builder.ToTable("break_glass_accounts").HasKey(account => account.PersonId);
        builder.Property(account => account.AllowedNetworks).HasJson().HasMaxLength(4000);
        builder.Ignore(account => account.DrillDueAt);
        builder.HasIndex(account => account.TenantId);
    }

    public void Configure(EntityTypeBuilder<Drill> builder)
    {
        builder.ToTable("break_glass_drills");
        builder.Property(drill => drill.Evidence).HasMaxLength(Drill.MaxEvidenceLength);
        builder.Property(drill => drill.KeyId).HasMaxLength(EvidenceKey.MaxIdLength);
        builder.HasIndex(drill => new { drill.TenantId, drill.Id });
        builder.HasIndex(drill => drill.PersonId);
    }

    public void Configure(EntityTypeBuilder<EvidenceKey> builder)
    {
        builder.ToTable("evidence_keys");
        builder.Property(key => key.Id).HasMaxLength(EvidenceKey.MaxIdLength);
        builder.Property(key => key.SealedPrivateKey).HasMaxLength(1000);

        // There is one first key, whichever node was quicker: the number is unique.
        builder.Property<int>(EvidenceKeyNumber);
        builder.HasIndex(EvidenceKeyNumber).IsUnique();
    }

    public void Configure(EntityTypeBuilder<OutboxMail> builder)
    {
        builder.ToTable("outbox_mails");
        builder.Property(mail => mail.To).HasMaxLength(320);
        builder.Property(mail => mail.Subject).HasMaxLength(OutboxMail.MaxSubjectLength);
        builder.Property(mail => mail.SealedText).HasMaxLength(OutboxMail.MaxSealedLength);
        builder.Property(mail => mail.LastFault).HasMaxLength(OutboxMail.MaxFaultLength);
        builder.HasIndex(mail => mail.NextTryAt);
        builder.HasIndex(mail => new { mail.TenantId, mail.Id });
    }

    public const string EvidenceKeyNumber = "Number";
}
