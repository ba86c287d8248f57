using System.Net;
using Keyline.Portal.Assets;
using Keyline.Portal.Headers;
using Keyline.Portal.Tests.Samples;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Keyline.Portal.Tests;

/// <summary>Serves every page with sample models on a free loopback port.</summary>
public sealed class Gallery : IAsyncLifetime
{
    private readonly WebApplication _app;

    public Gallery()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddRouting().AddKeylinePortal();
        builder.Services.AddAuthorization();
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        _app = builder.Build();
        _app.UseSecurityHeaders();
        _app.UseRouting();
        _app.UseAntiforgery();
        _app.MapAssets();
        _app.MapGet("/gallery/{name}", (HttpContext context, string name) => Sample.Find(name).Answer(context));
    }

    public HttpClient Client { get; } = new(new SocketsHttpHandler { UseCookies = false });

    public async ValueTask InitializeAsync()
    {
        await _app.StartAsync();
        Client.BaseAddress = new Uri(_app.Urls.Single());
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}
