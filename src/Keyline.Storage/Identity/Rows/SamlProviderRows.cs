using Keyline.Identity.SamlProvider.Apps;
using Keyline.Identity.SamlProvider.Keys;
using Keyline.Identity.SamlProvider.Logout;
using Keyline.Identity.SamlProvider.Sessions;
using Keyline.Identity.SamlProvider.SignOn;
using Keyline.Storage.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Keyline.Storage.Identity.Rows;

/// <summary>The tenants as SAML identity providers.</summary>
internal sealed class SamlProviderRows : IEntityTypeConfiguration<SamlApp>, IEntityTypeConfiguration<ProviderKeySet>,
    IEntityTypeConfiguration<PendingRequest>, IEntityTypeConfiguration<PairwiseName>, IEntityTypeConfiguration<AppSession>,
    IEntityTypeConfiguration<LogoutRun>
{
    private const int MaxAddress = 2000;

    public void Configure(EntityTypeBuilder<SamlApp> builder)
    {
        builder.ToTable("saml_apps");
        builder.Property(app => app.EntityId).HasMaxLength(SamlApp.MaxEntityIdLength);
        builder.Property(app => app.ConsumerServices).HasJson().HasMaxLength(100_000);
        builder.Property(app => app.SingleLogout).HasJson().HasMaxLength(100_000);
        builder.Property(app => app.SigningCertificates).HasJson().HasMaxLength(200_000);
        builder.Property(app => app.EncryptionCertificate).HasMaxLength(20_000);
        builder.Property(app => app.Attributes).HasJson().HasMaxLength(8000);
        builder.Ignore(app => app.NameIdFormat);
        builder.HasIndex(app => new { app.TenantId, app.EntityId }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ProviderKeySet> builder)
    {
        builder.ToTable("saml_provider_keys").HasKey(keys => keys.TenantId);
        builder.Property(keys => keys.Keys).HasJson().HasMaxLength(50_000);
        builder.Ignore(keys => keys.Current);
        builder.Ignore(keys => keys.Next);
    }

    public void Configure(EntityTypeBuilder<PendingRequest> builder)
    {
        builder.ToTable("saml_requests");
        builder.Property(request => request.RequestId).HasMaxLength(PendingRequest.MaxRequestIdLength);
        builder.Property(request => request.ConsumerService).HasMaxLength(MaxAddress);
        builder.Property(request => request.Subject).HasMaxLength(PendingRequest.MaxSubjectLength);
        builder.Property(request => request.Contexts).HasJson().HasMaxLength(40_000);
        builder.HasIndex(request => request.StateHash).IsUnique();
        builder.HasIndex(request => request.ExpiresAt);
    }

    public void Configure(EntityTypeBuilder<PairwiseName> builder)
    {
        builder.ToTable("saml_names").HasKey(name => new { name.AppId, name.PersonId });
        builder.HasIndex(name => new { name.AppId, name.Value }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<AppSession> builder)
    {
        builder.ToTable("saml_app_sessions").HasKey(session => new { session.SessionId, session.AppId });
        builder.Property(session => session.NameId).HasMaxLength(AppSession.MaxNameIdLength);
        builder.HasIndex(session => new { session.AppId, session.NameId });
        builder.HasIndex(session => session.ExpiresAt);
    }

    public void Configure(EntityTypeBuilder<LogoutRun> builder)
    {
        builder.ToTable("saml_logouts");
        builder.Property(run => run.RequestId).HasMaxLength(PendingRequest.MaxRequestIdLength);
        builder.Property(run => run.ReturnPath).HasMaxLength(LogoutRun.MaxReturnPathLength);
        builder.Property(run => run.Waiting).HasJson().HasMaxLength(200_000);
        builder.Property(run => run.Told).HasJson().HasMaxLength(4000);
        builder.HasIndex(run => run.StateHash).IsUnique();
        builder.HasIndex(run => run.ExpiresAt);
    }
}
