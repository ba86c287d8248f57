using System.Net;
using System.Web;
using Keyline.Identity.Federation;
using Keyline.Identity.Federation.Oidc;
using Keyline.Identity.Federation.Outgoing;
using Keyline.Secrets;
using Keyline.Tenancy;
using Keyline.Testing.Identity;
using Keyline.Testing.OpenId;
using Microsoft.Extensions.DependencyInjection;

namespace Keyline.Server.Tests.Human.OpenId;

/// <summary>A running server with tenant <c>acme</c> and its OpenID Connect connections <c>corp</c> and <c>other</c>.</summary>
internal sealed class OidcServer : IAsyncDisposable
{
    private readonly ServerDatabase _database;

    private OidcServer(ServerNode node, ServerDatabase database, Tenant acme)
    {
        Node = node;
        Acme = acme;
        _database = database;
    }

    public ServerNode Node { get; }

    public Tenant Acme { get; }

    public OidcIdp Idp { get; private init; } = new();

    public OidcIdp Other { get; private init; } = new();

    public static async Task<OidcServer> StartAsync()
    {
        var database = new ServerDatabase();
        var (idp, other) = (new OidcIdp(), new OidcIdp("https://other.example/evil"));
        var http = new FakeOutgoingHttp { Answer = request => idp.Answer(request) ?? other.Answer(request) };
        var node = await ServerNode.StartAsync(
            database, services => services.AddSingleton<IOutgoingHttp>(http), [], TestContext.Current.CancellationToken);
        var acme = SignInWorld.NewTenant("acme");
        await node.CommitAsync(services =>
        {
            services.GetRequiredService<ITenantStore>().Add(acme);
            services.GetRequiredService<IConnectionStore>().Add(NewConnection(acme, "corp", idp, services));
            services.GetRequiredService<IConnectionStore>().Add(NewConnection(acme, "other", other, services));
        });
        return new OidcServer(node, database, acme) { Idp = idp, Other = other };
    }

    public static async Task<OidcAsked> BeginAsync(TestBrowser browser, string connection = "corp")
    {
        using var answer = await browser.GetAsync($"/t/acme/login?connection={connection}");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var query = HttpUtility.ParseQueryString(answer.Headers.Location?.Query ?? "");
        return new OidcAsked(query["state"] ?? "", query["nonce"] ?? "", query["redirect_uri"] ?? "", query["code_challenge"] ?? "");
    }

    /// <summary>Signs a browser in with a valid token.</summary>
    public async Task SignInAsync(TestBrowser browser)
    {
        var asked = await BeginAsync(browser);
        Idp.NextToken = Idp.IdToken(asked).Sign();
        using var answer = await browser.GetAsync("/t/acme/oidc/corp/callback" + Idp.Query(asked));
        Assert.Equal("/t/acme/", answer.Headers.Location?.OriginalString);
    }

    public async ValueTask DisposeAsync()
    {
        await Node.DisposeAsync();
        _database.Dispose();
    }

    private static Connection NewConnection(Tenant tenant, string slug, OidcIdp idp, IServiceProvider services)
    {
        var connection = SignInWorld.NewConnection(tenant, slug, new OidcConnectionSettings { Issuer = idp.Issuer, ClientId = TestProvider.ClientId });
        var secret = services.GetRequiredService<SecretSealer>().Seal(new SecretText("client secret"), OidcConnectionSettings.SecretPurpose(connection.Id));
        return connection with
        {
            Attributes = new AttributeMap { Email = "email", DisplayName = "name", Phone = "phone_number", Groups = "groups" },
            Settings = (OidcConnectionSettings)connection.Settings with { SealedClientSecret = secret },
        };
    }
}
