using Keyline.Identity.Sessions;
using Keyline.Identity.SignIn;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Keyline.Storage.Identity.Rows;

/// <summary>Sessions, sign-ins under way, and what may come only once.</summary>
internal sealed class SessionRows : IEntityTypeConfiguration<Session>, IEntityTypeConfiguration<SignInTransaction>, IEntityTypeConfiguration<SpentRow>
{
    public const string EndsAt = nameof(EndsAt);

    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.ToTable("sessions");
        builder.Property(session => session.Client).HasMaxLength(Session.MaxClientLength);
        builder.Property(session => session.IdpSession).HasMaxLength(Session.MaxIdpSessionLength);
        builder.Property(session => session.IdpSubject).HasMaxLength(Session.MaxIdpSessionLength);
        builder.Property(session => session.SealedLogoutHint).HasMaxLength(16384);
        builder.HasIndex(session => session.SecretHash).IsUnique();
        builder.HasIndex(session => new { session.TenantId, session.PersonId });
        builder.HasIndex(session => new { session.ConnectionId, session.IdpSubject });
        builder.HasIndex(session => new { session.ConnectionId, session.IdpSession });
        builder.Property<DateTimeOffset>(EndsAt);
        builder.HasIndex(EndsAt);
        builder.HasIndex(session => new { session.TenantId, session.Id });
    }

    public void Configure(EntityTypeBuilder<SignInTransaction> builder)
    {
        builder.ToTable("sign_in_transactions");
        builder.Property(transaction => transaction.ReturnPath).HasMaxLength(SignInTransaction.MaxReturnPathLength);
        builder.Property(transaction => transaction.SealedVerifier).HasMaxLength(4000);
        builder.HasIndex(transaction => transaction.StateHash).IsUnique();
        builder.HasIndex(transaction => transaction.ExpiresAt);
    }

    public void Configure(EntityTypeBuilder<SpentRow> builder)
    {
        builder.ToTable("spent").HasKey(spent => new { spent.TenantId, spent.Kind, spent.ValueHash });
        builder.HasIndex(spent => spent.Until);
    }
}

/// <summary>Something that may come only once, and until when it must be remembered.</summary>
internal sealed record SpentRow
{
    public required TenantId TenantId { get; init; }

    public required string Kind { get; init; }

    public required byte[] ValueHash { get; init; }

    public required DateTimeOffset Until { get; init; }
}
