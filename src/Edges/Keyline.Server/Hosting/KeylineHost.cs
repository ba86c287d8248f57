using System.Net;
using Keyline.Devices;
using Keyline.Identity;
using Keyline.Identity.Federation;
using Keyline.Portal;
using Keyline.Portal.Headers;
using Keyline.Secrets;
using Keyline.Server.Human.Access;
using Keyline.Server.Human.Account;
using Keyline.Server.Human.Admin;
using Keyline.Server.Human.Health;
using Keyline.Server.Human.Health.Metrics;
using Keyline.Server.Human.Limits;
using Keyline.Server.Human.Local;
using Keyline.Server.Human.SamlProvider;
using Keyline.Server.Human.Setup;
using Keyline.Server.Human.SignIn;
using Keyline.Server.Outside;
using Keyline.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace Keyline.Server.Hosting;

/// <summary>Puts the server together: services, the human listener's pipeline, endpoints.</summary>
public static class KeylineHost
{
    /// <summary>The environment variables' prefix.</summary>
    public const string EnvironmentPrefix = "KEYLINE_";

    /// <summary>The largest body that any form or message may have, in bytes.</summary>
    public const int MaxBody = 1024 * 1024;

    /// <summary>Builds the host from settings: a file, the environment, then whatever the command line says.</summary>
    /// <param name="configFile">The JSON file, or null.</param>
    /// <param name="flags">Settings that come before the file and the environment.</param>
    /// <param name="replace">Registers after everything else: what a test or a measurement puts in another's place.</param>
    public static WebApplication Build(
        string? configFile, IEnumerable<KeyValuePair<string, string?>> flags, Action<IServiceCollection>? replace = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.Sources.Clear();
        ReadSettings(builder.Configuration, configFile, flags);
        builder.Host.UseDefaultServiceProvider(options =>
        {
            options.ValidateScopes = true;
            options.ValidateOnBuild = true;
        });
        var options = AddOptions(builder);
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxBody;
        });
        builder.WebHost.UseUrls(options.Listen);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Error);
        AddServices(builder.Services, builder.Configuration, options);
        AddHosted(builder.Services);
        replace?.Invoke(builder.Services);
        var app = builder.Build();
        UsePipeline(app, options);
        MapEndpoints(app);
        EndpointRules.Check(((IEndpointRouteBuilder)app).DataSources);
        return app;
    }

    /// <summary>The services that commands and the server share.</summary>
    public static void AddServices(IServiceCollection services, IConfiguration configuration, KeylineOptions options)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton(new PublicOrigin(options.PublicOrigin));
        services.AddSingleton(_ => new SecretSealer(MasterKeys.Read(options) is { Ok: true, Value: { } keys }
            ? keys
            : throw new InvalidOperationException("The settings were checked, and then the master key was gone.")));
        services.AddKeylineStorage(new StorageOptions { SqliteFile = options.SqliteFile, Postgres = options.Postgres });
        services.AddKeylineIdentity();
        services.AddKeylineDevices();
        services.AddKeylineOutside(configuration);
        services.AddKeylinePortal();
        // Nothing is protected with it; without this line it would leave keys on the node's disk.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddKeylineSignIn();
        services.AddSingleton<SessionCookie>();
        services.AddSingleton<RequestCookie>();
        services.AddSingleton<RequestOrigin>();
        services.AddAdminApi().AddRateLimits(options);
        services.AddSingleton<FeedState>();
        services.AddSingleton<SealerState>();
        services.AddLocalSignIn();
    }

    /// <summary>Reads settings: the file, then the environment, then flags.</summary>
    public static void ReadSettings(
        IConfigurationBuilder configuration, string? configFile, IEnumerable<KeyValuePair<string, string?>> flags)
    {
        if (configFile is not null)
        {
            configuration.AddJsonFile(Path.GetFullPath(configFile), optional: false);
        }

        configuration.AddEnvironmentVariables(EnvironmentPrefix).AddInMemoryCollection(flags);
    }

    private static void AddHosted(IServiceCollection services)
    {
        services.AddHostedService<FeedFollower>();
        services.AddHostedService<StorageListening>();
        services.AddHostedService<AuditSealer>();
        services.AddHostedService<SessionKeeper>();
        services.AddHostedService<StorageTidying>();
        services.AddHostedService<DomainSchedule>();
        services.AddHostedService<ClockMeasurement>();
        services.AddHostedService<AuthenticatorsKeeper>();
        services.AddMetricsText();
    }

    private static KeylineOptions AddOptions(WebApplicationBuilder builder)
    {
        var options = builder.Configuration.Get<KeylineOptions>() ?? new KeylineOptions();
        var check = new KeylineOptionsCheck().Validate(null, options);
        return check.Succeeded ? options : throw new OptionsValidationException("Keyline", typeof(KeylineOptions), check.Failures ?? []);
    }

    private static void UsePipeline(WebApplication app, KeylineOptions options)
    {
        var forwarded = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor, ForwardLimit = 1 };
        forwarded.KnownIPNetworks.Clear();
        forwarded.KnownProxies.Clear();
        foreach (var proxy in options.TrustedProxies)
        {
            if (IPAddress.TryParse(proxy, out var address))
            {
                forwarded.KnownProxies.Add(address);
            }
            else
            {
                forwarded.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
            }
        }

        if (options.TrustedProxies.Count > 0)
        {
            app.UseForwardedHeaders(forwarded);
        }

        app.UseSecurityHeaders();
        app.UseMiddleware<UnexpectedFailure>();
        app.UseRouting();
        app.UseMiddleware<RequestMeter>();
        app.UseRateLimiter();
        app.UseMiddleware<HumanAccess>();
        app.UseMiddleware<SetupAccess>();
    }

    private static void MapEndpoints(WebApplication app)
    {
        var routes = app.MapGroup("").LimitAnonymous();
        routes.MapHealth();
        routes.MapMetrics();
        routes.MapMe();
        routes.MapAdminApi();
        routes.MapSetup();
        routes.MapSamlProvider();
        routes.MapKeylineSignIn();
        routes.MapLocal();
        routes.MapKeylinePortal();
    }
}
