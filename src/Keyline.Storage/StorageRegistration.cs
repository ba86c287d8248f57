using Keyline.Devices;
using Keyline.Devices.Sites;
using Keyline.Identity;
using Keyline.Identity.Domains;
using Keyline.Identity.Federation;
using Keyline.Identity.Groups;
using Keyline.Identity.People;
using Keyline.Identity.Roles;
using Keyline.Identity.SamlProvider.Apps;
using Keyline.Identity.SamlProvider.Keys;
using Keyline.Identity.SamlProvider.Logout;
using Keyline.Identity.SamlProvider.Sessions;
using Keyline.Identity.SamlProvider.SignOn;
using Keyline.Identity.Sessions;
using Keyline.Identity.Settings;
using Keyline.Identity.SetupLinks;
using Keyline.Identity.SignIn;
using Keyline.Identity.SignIn.Invitations;
using Keyline.Identity.SignIn.Testing;
using Keyline.Identity.SignIn.Traces;
using Keyline.Journal;
using Keyline.Storage.Core;
using Keyline.Storage.Devices;
using Keyline.Storage.Identity;
using Keyline.Storage.Identity.Authenticators;
using Keyline.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Keyline.Storage;

/// <summary>Wiring of the storage.</summary>
public static class StorageRegistration
{
    /// <summary>Registers every store, on SQLite or on PostgreSQL.</summary>
    public static IServiceCollection AddKeylineStorage(this IServiceCollection services, StorageOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<FeedSignal>();
        services.AddSingleton<Dialect>(options.UsesPostgres ? new PostgresDialect() : new SqliteDialect());
        services.AddDbContextFactory<IdentityContext>(builder => Connect(builder, options));
        services.AddDbContextFactory<DevicesContext>(builder => Connect(builder, options));
        services.AddSingleton<ISchema, Schema>();
        services.AddSingleton<IStorageListener, PostgresListener>();
        services.AddSingleton<IRetention, Retention>();
        services.AddSingleton<IOpenTransactions, OpenTransactions>();
        services.AddTransient<IChangeFeed, ChangeFeed<IdentityContext>>();
        services.AddSingleton<IAuditSeal, AuditSeal<IdentityContext>>();
        services.AddScoped<IAuditLog, AuditLog<IdentityContext>>();
        services.AddScoped<ITenantStore, TenantStore>();
        AddIdentity(services);
        services.AddScoped<IDevicesJournal, DevicesJournal>();
        services.AddScoped<ISiteStore, SiteStore>();
        return services;
    }

    private static void AddIdentity(IServiceCollection services)
    {
        services.AddScoped<IIdentityJournal, IdentityJournal>();
        services.AddScoped<ISettingsStore, SettingsStore>();
        services.AddScoped<IPersonStore, PersonStore>();
        services.AddScoped<IIdentityLinks, IdentityLinks>();
        services.AddScoped<IGroupStore, GroupStore>();
        services.AddScoped<IRoleStore, RoleStore>();
        services.AddScoped<ISessionStore, SessionStore>();
        services.AddScoped<ITransactionStore, TransactionStore>();
        services.AddScoped<IConnectionStore, ConnectionStore>();
        services.AddScoped<ITraceStore, TraceStore>();
        services.AddScoped<ITestResultStore, TestResultStore>();
        services.AddScoped<ISeenAttributeStore, SeenAttributeStore>();
        services.AddScoped<IInvitationStore, InvitationStore>();
        services.AddScoped<IDomainStore, DomainStore>();
        services.AddAuthenticatorStores();
        services.AddScoped<ISetupLinkStore, SetupLinkStore>();
        AddSamlProvider(services);
    }

    private static void AddSamlProvider(IServiceCollection services)
    {
        services.AddScoped<ISamlAppStore, SamlAppStore>();
        services.AddScoped<IProviderKeyStore, ProviderKeyStore>();
        services.AddScoped<IPendingRequestStore, PendingRequestStore>();
        services.AddScoped<IAppSessionStore, AppSessionStore>();
        services.AddScoped<ILogoutRunStore, LogoutRunStore>();
    }

    private static void Connect(DbContextOptionsBuilder builder, StorageOptions options)
    {
        builder.UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking);
        if (options.UsesPostgres)
        {
            builder.UseNpgsql(options.Postgres);
        }
        else
        {
            // A list is one parameter: SQLite takes some 32,000 of them, and each number of them would be another statement.
            builder.UseSqlite($"Data Source={options.SqliteFile};Default Timeout=30",
                sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter));
        }
    }
}
