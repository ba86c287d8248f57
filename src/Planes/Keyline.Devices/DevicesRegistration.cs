using Keyline.Devices.Sites;
using Microsoft.Extensions.DependencyInjection;

namespace Keyline.Devices;

/// <summary>Wiring of the device plane.</summary>
public static class DevicesRegistration
{
    /// <summary>Registers the use cases.</summary>
    public static IServiceCollection AddKeylineDevices(this IServiceCollection services) => services.AddScoped<AddSite>();
}
