namespace Keyline.Server.Cli.Doctor;

/// <summary>Wiring of the checks.</summary>
internal static class DoctorRegistration
{
    public static IServiceCollection AddDoctor(this IServiceCollection services) => services
        .AddScoped<Examination>()
        .AddScoped<DatabaseCheck>()
        .AddScoped<IInstallationCheck, OriginCheck>()
        .AddScoped<IInstallationCheck, MasterKeyCheck>()
        .AddScoped<IInstallationCheck, ClockCheck>()
        .AddScoped<IInstallationCheck, DnsCheck>()
        .AddScoped<IInstallationCheck, MailCheck>()
        .AddScoped<ITenantCheck, BreakGlassCheck>()
        .AddScoped<ITenantCheck, ConnectionsCheck>()
        .AddScoped<ITenantCheck, DomainsCheck>()
        .AddScoped<ITenantCheck, AuditSealCheck>();
}
