using Keyline.Secrets;
using Keyline.Server.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Keyline.Bench.Session;

/// <summary>The product's own server in a process of its own, with an empty endpoint before everything else.</summary>
internal static class SessionServer
{
    public const string EmptyPath = "/empty";

    public static async Task RunAsync(string database, string address)
    {
        var settings = new Dictionary<string, string?>
        {
            ["SqliteFile"] = database,
            ["Listen"] = address,
            ["PublicOrigin"] = address,
            ["MasterKey"] = MasterKey.New().Export().Reveal(),
        };
        await using var app = KeylineHost.Build(null, settings, services => services.AddSingleton<IStartupFilter, EmptyEndpoint>());
        await app.RunAsync();
    }

    private sealed class EmptyEndpoint : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, rest) => context.Request.Path == EmptyPath ? Task.CompletedTask : rest(context));
            next(app);
        };
    }
}
