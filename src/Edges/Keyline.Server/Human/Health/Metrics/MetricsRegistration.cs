using Keyline.Identity;

namespace Keyline.Server.Human.Health.Metrics;

/// <summary>Wiring of the metrics.</summary>
internal static class MetricsRegistration
{
    public static IServiceCollection AddMetricsText(this IServiceCollection services)
    {
        services.AddSingleton<MetricsAccess>();
        services.AddSingleton<RequestCounts>();
        services.AddSingleton<SignInCounts>();
        services.AddSingleton<InstallationFigures>();
        services.AddHostedService(provider => provider.GetRequiredService<InstallationFigures>());
        CountCommits(services);
        return services;
    }

    // The journal that the storage registered, with the counting around it.
    private static void CountCommits(IServiceCollection services)
    {
        var stored = services.Last(service => service.ServiceType == typeof(IIdentityJournal));
        var type = stored.ImplementationType ?? throw new InvalidOperationException("The storage registers its journal by type.");
        services.Remove(stored);
        services.AddScoped<IIdentityJournal>(provider => new CountingJournal(
            (IIdentityJournal)ActivatorUtilities.CreateInstance(provider, type), provider.GetRequiredService<SignInCounts>()));
    }
}
