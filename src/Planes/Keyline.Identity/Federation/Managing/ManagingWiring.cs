using Microsoft.Extensions.DependencyInjection;

namespace Keyline.Identity.Federation.Managing;

/// <summary>Wiring of managing connections.</summary>
internal static class ManagingWiring
{
    public static void AddManaging(this IServiceCollection services)
    {
        services.AddScoped<ConnectionWork>();
        services.AddScoped<CreateConnection>();
        services.AddScoped<ChangeConnection>();
        services.AddScoped<ReadSamlMetadata>();
        services.AddScoped<HeldMetadata>();
        services.AddScoped<ChangeSamlSettings>();
        services.AddScoped<ChangeOidcSettings>();
        services.AddScoped<ChangeLdapSettings>();
        services.AddScoped<EnableConnection>();
        services.AddScoped<RemoveConnection>();
    }
}
