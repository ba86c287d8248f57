using Keyline.Identity.Changes;
using Keyline.Identity.SamlProvider;
using Keyline.Identity.SamlProvider.Apps;
using Keyline.Identity.SamlProvider.Keys;
using Keyline.Journal;
using Keyline.Saml.Messages;
using Keyline.Saml.Metadata;
using Keyline.Tenancy;
using Keyline.Testing.Saml;

namespace Keyline.Server.Tests.Human.SamlApps;

public sealed class RegisterTests(ProviderWorld world) : IClassFixture<ProviderWorld>
{
    private TestApp New => new($"app-{Guid.NewGuid():N}.example", world.Addresses, SamlTestKeys.ServiceProvider);

    [Fact]
    public async Task An_app_is_what_its_metadata_says()
    {
        var metadata = New.Metadata() with { EncryptionKeys = [SamlTestKeys.ServiceProvider.PublicKey] };

        var app = (await RegisterAsync(metadata)).Value;

        Assert.Equal(metadata.EntityId, app?.EntityId);
        Assert.Equal(metadata.DisplayName, app?.Name);
        Assert.True(app is { RequireSignedRequests: true, EncryptAssertions: true, NameKind: SamlNameKind.Pairwise, Enabled: true });
    }

    [Fact]
    public async Task An_entity_ID_is_registered_once()
    {
        var metadata = New.Metadata();
        await RegisterAsync(metadata);

        Assert.Equal(SamlProviderFaultCode.AppExists, (await RegisterAsync(metadata)).Fault?.Code);
    }

    [Fact]
    public async Task Refuses_what_is_no_service_provider_s_metadata()
    {
        Assert.Equal(SamlProviderFaultCode.MetadataRefused, (await RegisterAsync(new SamlAppDraft { Metadata = "<a/>" })).Fault?.Code);
        Assert.Equal(
            SamlProviderFaultCode.MetadataRefused,
            (await RegisterAsync(new SamlAppDraft { Metadata = MetadataWriter.Write(await world.MetadataAsync(), null) })).Fault?.Code);
    }

    [Theory]
    [InlineData("http://app.example/acs")]
    [InlineData("http://localhost.evil.example/acs")]
    public async Task Refuses_an_address_that_others_can_read_on_the_way(string address) => Assert.Equal(
        SamlProviderFaultCode.InvalidApp,
        (await RegisterAsync(New.Metadata() with { AssertionConsumerServices = [new MetadataEndpoint(SamlBinding.Post, address)] })).Fault?.Code);

    [Fact]
    public async Task Refuses_an_app_that_must_sign_and_has_no_key() => Assert.Equal(
        SamlProviderFaultCode.InvalidApp, (await RegisterAsync(New.Metadata() with { SigningKeys = [] })).Fault?.Code);

    [Fact]
    public async Task A_plan_without_single_sign_on_registers_no_app()
    {
        var basic = ProviderWorld.NewTenant("plan-" + Guid.NewGuid().ToString("N")[..8], Plan.Basic);
        await world.AddTenantAsync(basic);

        Assert.Equal(SamlProviderFaultCode.PlanWithoutSso, (await RegisterAsync(Draft(New.Metadata()), basic)).Fault?.Code);
    }

    [Fact]
    public async Task Metadata_that_is_read_anew_must_be_the_same_app_s()
    {
        var metadata = New.Metadata();
        var app = (await RegisterAsync(metadata)).Value ?? throw new InvalidOperationException();
        var moved = metadata with { AssertionConsumerServices = [new MetadataEndpoint(SamlBinding.Post, "https://moved.example/acs")] };

        Assert.Equal("https://moved.example/acs", (await ReplaceAsync(app, moved)).Value?.ConsumerServices[0].Location);
        Assert.Equal(SamlProviderFaultCode.InvalidApp, (await ReplaceAsync(app, New.Metadata())).Fault?.Code);
    }

    [Fact]
    public async Task The_next_key_is_published_before_it_signs()
    {
        var tenant = ProviderWorld.NewTenant("keys-" + Guid.NewGuid().ToString("N")[..8]);
        await world.AddTenantAsync(tenant);
        var first = await world.Node.AskAsync((ProviderKeys keys) => keys.GetAsync(tenant, CancellationToken.None));
        var published = await world.Node.AskAsync((ProviderKeys keys) => keys.PublishNextAsync(tenant, AuditParty.System, CancellationToken.None));
        var written = await world.Node.AskAsync((DescribeProvider describe) => describe.WriteAsync(tenant, CancellationToken.None));
        var rotated = await world.Node.AskAsync((ProviderKeys keys) => keys.RotateAsync(tenant, AuditParty.System, CancellationToken.None));

        Assert.Equal(first.Current.Id, published.Current.Id);
        Assert.Equal(2, MetadataReader.ReadIdentityProvider(written.Value ?? "", new MetadataOptions(), DateTimeOffset.UtcNow).Get().SigningKeys.Count);
        Assert.Equal(published.Next?.Id, rotated.Current.Id);
        Assert.Null(rotated.Next);
    }

    private static SamlAppDraft Draft(ServiceProviderMetadata metadata) => new() { Metadata = MetadataWriter.Write(metadata, null) };

    private Task<Result<SamlApp, SamlProviderFault>> RegisterAsync(ServiceProviderMetadata metadata) => RegisterAsync(Draft(metadata));

    private Task<Result<SamlApp, SamlProviderFault>> RegisterAsync(SamlAppDraft draft, Tenant? tenant = null) =>
        world.Node.AskAsync((RegisterSamlApp register) =>
            register.RegisterAsync(Actor.CommandLine(tenant ?? world.Tenant, "tests"), draft, CancellationToken.None));

    private Task<Result<SamlApp, SamlProviderFault>> ReplaceAsync(SamlApp app, ServiceProviderMetadata metadata) =>
        world.Node.AskAsync((RegisterSamlApp register) =>
            register.ReplaceAsync(Actor.CommandLine(world.Tenant, "tests"), app, Draft(metadata), CancellationToken.None));
}
