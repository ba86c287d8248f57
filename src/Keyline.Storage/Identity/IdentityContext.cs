using Keyline.Identity.Authenticators.Links;
using Keyline.Identity.Authenticators.Passkeys;
using Keyline.Identity.BreakGlass.Drills;
using Keyline.Identity.Domains;
using Keyline.Identity.Federation;
using Keyline.Identity.Groups;
using Keyline.Identity.LocalSignIn;
using Keyline.Identity.Mail.Outbox;
using Keyline.Identity.People;
using Keyline.Identity.Roles;
using Keyline.Identity.SamlProvider.Apps;
using Keyline.Identity.SamlProvider.Logout;
using Keyline.Identity.SamlProvider.SignOn;
using Keyline.Identity.Sessions;
using Keyline.Identity.Settings;
using Keyline.Identity.SetupLinks;
using Keyline.Identity.SignIn;
using Keyline.Storage.Core;
using Microsoft.EntityFrameworkCore;

namespace Keyline.Storage.Identity;

/// <summary>The human plane's tables. What a feature maps stands in <c>Rows/</c>, a file each.</summary>
internal sealed class IdentityContext(DbContextOptions<IdentityContext> options) : KeylineContext(options)
{
    protected override void ConfigureIds(ModelConfigurationBuilder builder)
    {
        Id<PersonId>();
        Id<GroupId>();
        Id<MappingId>();
        Id<DirectGrantId>();
        Id<SessionId>();
        Id<ConnectionId>();
        Id<TransactionId>();
        Id<DomainId>();
        Id<SetupLinkId>();
        Id<SamlAppId>();
        Id<PendingRequestId>();
        Id<LogoutRunId>();
        Id<PasskeyId>();
        Id<CredentialLinkId>();
        Id<LocalTransactionId>();
        Id<DrillId>();
        Id<OutboxMailId>();

        void Id<TId>()
            where TId : struct, IId<TId> => builder.Properties<TId>().HaveConversion<IdConverter<TId>>();
    }

    protected override void ConfigureRows(ModelBuilder builder)
    {
        // One file a feature: a class here that maps its records is found by itself.
        builder.ApplyConfigurationsFromAssembly(typeof(IdentityContext).Assembly,
            type => type.Namespace?.StartsWith("Keyline.Storage.Identity", StringComparison.Ordinal) == true);
        builder.Entity<TenantSettings>(settings =>
        {
            settings.ToTable("tenant_settings").HasKey(row => row.TenantId);
            settings.Property(row => row.SessionLimitsByRole).HasJson().HasMaxLength(8000);
            settings.Property(row => row.SessionLimits).HasJson().HasMaxLength(200);
            settings.Property(row => row.AlertAddresses).HasJson().HasMaxLength(4000);
            settings.Ignore(row => row.ClockTolerance);
        });
    }
}
