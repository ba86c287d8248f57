using Keyline.Identity.Changes;
using Keyline.Identity.Federation;
using Keyline.Identity.Federation.Ldap;
using Keyline.Identity.Federation.Managing;
using Keyline.Identity.Federation.Oidc;
using Keyline.Identity.Federation.Saml;
using Keyline.Identity.SetupLinks;
using Keyline.Saml.Messages;
using Keyline.Saml.Metadata;
using Keyline.Secrets;
using Keyline.Testing.Identity;
using Keyline.Testing.Saml;

namespace Keyline.Identity.Tests.Federation.Managing;

/// <summary>The use cases of managing connections, over fakes.</summary>
internal sealed class ManagedWorld
{
    public const string MetadataAddress = "https://idp.example/metadata";

    public AdminWorld Admin { get; } = new();

    public SecretSealer Sealer { get; } = new([MasterKey.New()]);

    public FakeOutgoingHttp Http { get; } = new();

    public FakeDirectory Directory { get; } = new();

    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ConnectionRight Right => ConnectionRight.Of(Actor.CommandLine(Admin.Acme, "root")).Value
        ?? throw new InvalidOperationException("The command line has every right.");

    public ConnectionWork Work => new(Admin.Connections, Admin.Recorder);

    public CreateConnection Create => new(Admin.Connections, new SamlKeys(Sealer, Admin.Time), Work,
        new SetupConnection(Admin.SetupLinks, Admin.Connections, Admin.Recorder));

    public ChangeConnection Change => new(Work);

    public ReadSamlMetadata Metadata => new(Work, Http);

    public HeldMetadata Held => new(Work);

    public ChangeSamlSettings Saml => new(Work, new SamlKeys(Sealer, Admin.Time));

    public ChangeOidcSettings Oidc => new(Work, new OidcParty(new PublicOrigin("https://sso.keyline.test"), Sealer), Sealer, Admin.Settings);

    public ChangeLdapSettings Ldap => new(Work, new LdapDirectory(Sealer), Directory, Sealer, Admin.Settings);

    public EnableConnection Enable => new(Work, Admin.Ways);

    public RemoveConnection Remove => new(Admin.Connections, Admin.Links, Admin.Domains, Work, Admin.Recorder);

    public static string IdpMetadata(params System.Security.Cryptography.X509Certificates.X509Certificate2[] certificates) => MetadataWriter.Write(
        new IdentityProviderMetadata
        {
            EntityId = "https://idp.example/metadata",
            SigningKeys = [.. certificates.DefaultIfEmpty(SamlTestKeys.IdentityProvider).Select(SamlTestKeys.Public)],
            SingleSignOn = [new MetadataEndpoint(SamlBinding.Redirect, "https://idp.example/sso")],
            SingleLogout = [new MetadataEndpoint(SamlBinding.Post, "https://idp.example/slo") { ResponseLocation = "https://idp.example/slo/done" }],
        },
        null);

    public async Task<Connection> CreatedAsync(string preset, string name = "Corp") => Good(await Create.CreateAsync(Right, preset, name, Ct));

    /// <summary>A SAML connection that knows its IdP, and whose last test succeeded.</summary>
    public async Task<Connection> TestedAsync()
    {
        var made = await CreatedAsync("saml");
        return Put(Good(await Metadata.FromTextAsync(Right, made.Id, IdpMetadata(), null, Ct)) with { TestedAt = Admin.Time.Now });
    }

    /// <summary>Puts a connection as it shall be.</summary>
    public Connection Put(Connection connection)
    {
        Admin.Connections.All[Admin.Connections.All.IndexOf(Admin.Connections.All.Single(other => other.Id == connection.Id))] = connection;
        return connection;
    }

    public static Connection Good(Result<Connection, ConnectionFault> result)
    {
        Assert.True(result.Ok, result.Fault?.Detail);
        return result.Value;
    }
}
