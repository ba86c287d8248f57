using Keyline.Identity.Domains;
using Keyline.Identity.Federation;
using Keyline.Identity.Federation.Managing;
using Keyline.Identity.Federation.Saml;
using Keyline.Identity.SamlProvider;
using Keyline.Identity.SamlProvider.Apps;
using Keyline.Identity.SignIn;
using Keyline.Saml.Messages;
using Keyline.Saml.Metadata;
using Keyline.Saml.Signatures;
using Keyline.Tenancy;

namespace Keyline.Server.Cli.Demo;

/// <summary>The company's connections, and its domain.</summary>
internal sealed class DemoConnections(DemoWork work, Tenant company, Tenant provider)
{
    public const string Corporate = "corporate";

    private ConnectionRight Right => ConnectionRight.Of(DemoWork.At(company)) is { Ok: true, Value: { } right }
        ? right
        : throw new InvalidOperationException("The sample company may not have connections.");

    /// <summary>Makes the two sides known to each other, tests the connection, and switches it on.</summary>
    public async Task<Connection> ConnectAsync(DemoVisit visit, CancellationToken ct)
    {
        var made = await CreateAsync(Corporate, "Acme corporate sign-in", await MetadataAsync(ct), ct);
        await work.MustAsync((RegisterSamlApp register) => work.DoAsync(async (SamlMetadata ours) =>
            await register.RegisterAsync(DemoWork.At(provider), new SamlAppDraft { Name = "Acme telephony", Metadata = ours.Write(company, made) }, ct)));
        if (await visit.SignInAsync(made, DemoCompany.Admin, SignInPurpose.Test, ct) is not SignInOutcome.Tested)
        {
            throw new InvalidOperationException("The sample connection's test failed.");
        }

        var connection = await work.MustAsync((EnableConnection enable) => enable.EnableAsync(Right, made.Id, untested: false, ct));
        await OwnDomainAsync(connection, ct);
        return connection;
    }

    /// <summary>A connection to a partner's IdP that nobody has finished, with a certificate that ends soon.</summary>
    public async Task AddPartnerAsync(CancellationToken ct)
    {
        var now = DateTimeOffset.UtcNow;
        using var key = CertifiedKey.Create("Initech sign-in", now.AddYears(-2), now.AddDays(12));
        var metadata = new IdentityProviderMetadata
        {
            EntityId = "https://idp.initech.example/metadata",
            DisplayName = "Initech",
            SigningKeys = [key.PublicKey],
            SingleSignOn = [new MetadataEndpoint(SamlBinding.Redirect, "https://idp.initech.example/sso")],
        };
        await CreateAsync("partner", "Initech (partner)", MetadataWriter.Write(metadata, key), ct);
    }

    private async Task<string> MetadataAsync(CancellationToken ct) =>
        await work.MustAsync((DescribeProvider describe) => describe.WriteAsync(provider, ct));

    // The name in addresses is made from the first name.
    private async Task<Connection> CreateAsync(string slug, string name, string metadata, CancellationToken ct)
    {
        var map = new AttributeMap { Email = "email", UserName = "username", DisplayName = "name", Phone = "phone", Groups = "groups" };
        var made = await work.MustAsync((CreateConnection create) => create.CreateAsync(Right, "saml", slug, ct));
        await work.MustAsync((ChangeConnection change) => change.ChangeAsync(Right, made.Id, name, createsPeople: true, ct));
        await work.MustAsync((ChangeConnection change) => change.MapAsync(Right, made.Id, map, ct));
        await work.MustAsync((ReadSamlMetadata read) => read.FromTextAsync(Right, made.Id, metadata, null, ct));
        return await work.DoAsync((IConnectionStore connections) => connections.FindAsync(company.Id, slug, ct))
            ?? throw new InvalidOperationException("A connection that was made a moment ago is not there.");
    }

    private async Task OwnDomainAsync(Connection connection, CancellationToken ct)
    {
        var actor = DemoWork.At(company);
        var claim = await work.MustAsync((ClaimDomain claim) => claim.ClaimAsync(actor, DemoCompany.Domain, ct));
        await work.MustAsync((VerifyDomain verify) => verify.VerifyAsync(actor, claim.Id, ct));
        await work.MustAsync((AssignDomain assign) => assign.AssignAsync(actor, claim.Id, connection.Id, ct));
    }
}
