using System.Net;
using Keyline.Identity.Federation;
using Keyline.Identity.Federation.Saml;
using Keyline.Tenancy;
using Keyline.Testing.Identity;
using Keyline.Testing.Saml;
using Microsoft.Extensions.DependencyInjection;

namespace Keyline.Server.Tests.Human.Saml;

/// <summary>A running server with tenant <c>acme</c> and its SAML connection <c>corp</c>.</summary>
internal sealed class SamlServer : IAsyncDisposable
{
    private SamlServer(ServerNode node, ServerDatabase database)
    {
        Node = node;
        Database = database;
    }

    public ServerNode Node { get; private set; }

    public SamlIdp Idp { get; } = new();

    public Tenant Acme { get; private set; } = SignInWorld.NewTenant("acme");

    public Connection Corp { get; private set; } = SignInWorld.NewConnection(SignInWorld.NewTenant("acme"), "corp");

    public ServerDatabase Database { get; }

    public static async Task<SamlServer> StartAsync()
    {
        var database = new ServerDatabase();
        var server = new SamlServer(await ServerNode.StartAsync(database, TestContext.Current.CancellationToken), database);
        server.Acme = await server.AddTenantAsync("acme");
        server.Corp = await server.AddConnectionAsync(server.Acme, "corp", server.Idp);
        return server;
    }

    public Task<ServerNode> AnotherNodeAsync() => ServerNode.StartAsync(Database, TestContext.Current.CancellationToken);

    public async Task RestartAsync()
    {
        await Node.DisposeAsync();
        Node = await AnotherNodeAsync();
    }

    public async Task<Tenant> AddTenantAsync(string slug, Plan plan = Plan.Connect)
    {
        var tenant = SignInWorld.NewTenant(slug, plan);
        await Node.CommitAsync(services => services.GetRequiredService<ITenantStore>().Add(tenant));
        return tenant;
    }

    public async Task<Connection> AddConnectionAsync(Tenant tenant, string slug, SamlIdp idp, Func<Connection, Connection>? change = null)
    {
        var connection = SignInWorld.NewConnection(tenant, slug, idp.Settings()) with
        {
            Attributes = new AttributeMap { Email = "email", DisplayName = "displayName", Groups = "groups" },
        };
        connection = connection with
        {
            Settings = (SamlConnectionSettings)connection.Settings with
            {
                Keys = [Node.Services.GetRequiredService<SamlKeys>().Create(connection.Id, SamlKeyState.Current)],
            },
        };
        connection = change is null ? connection : change(connection);
        await Node.CommitAsync(services => services.GetRequiredService<IConnectionStore>().Add(connection));
        return connection;
    }

    /// <summary>Begins a sign-in in a browser, and reads what the IdP was asked.</summary>
    public static async Task<SamlAsked> BeginAsync(TestBrowser browser, string path = "/t/acme/login?connection=corp")
    {
        using var answer = await browser.GetAsync(path);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return SamlIdp.Read(answer.Headers.Location ?? throw new InvalidOperationException("No address."));
    }

    /// <summary>Posts an answer as the IdP's page would.</summary>
    public static Task<HttpResponseMessage> AnswerAsync(TestBrowser browser, SamlResponse response, string relayState, string? to = null) =>
        browser.PostAsync(to ?? "/t/acme/saml/corp/acs", "https://idp.example",
            ("SAMLResponse", response.ToBase64()), ("RelayState", relayState), ("again", "1"));

    public async ValueTask DisposeAsync()
    {
        await Node.DisposeAsync();
        Database.Dispose();
    }
}
