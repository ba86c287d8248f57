using Keyline.Identity.Federation.Managing;
using Keyline.Identity.Federation.Saml;
using Keyline.Saml.Messages;
using Keyline.Saml.Verification;
using Keyline.Testing.Saml;

namespace Keyline.Identity.Tests.Federation.Managing;

public class SamlSettingsTests
{
    private readonly ManagedWorld _world = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static SamlChange Same { get; } = new()
    {
        MetadataChoice = MetadataChoice.Hold,
        RequestBinding = SamlBinding.Redirect,
        SignRequests = true,
        NameIdFormat = NameIdFormats.Persistent,
        ForceAuthn = false,
        AuthnContexts = [],
        SignaturePolicy = SignaturePolicy.Either,
        AllowIdpInitiated = false,
        InsecureAllowCbc = false,
    };

    [Fact]
    public async Task Reads_the_idp_from_its_metadata_whole()
    {
        var tested = await _world.TestedAsync();
        var provider = ((SamlConnectionSettings)tested.Settings).Provider;

        Assert.Equal("https://idp.example/metadata", provider?.EntityId);
        Assert.Equal(("https://idp.example/sso", null), (provider?.SingleSignOnRedirect, provider?.SingleSignOnPost));
        Assert.Equal(("https://idp.example/slo", "https://idp.example/slo/done"), (provider?.LogoutPost, provider?.LogoutPostResponse));
        Assert.Single(provider?.SigningCertificates ?? []);
        Assert.Equal("connection.metadata", _world.Admin.Journal.Entries[^1].Action);
    }

    [Fact]
    public async Task Reads_it_from_its_address_and_remembers_the_address()
    {
        var made = await _world.CreatedAsync("saml");
        _world.Http.Answer(ManagedWorld.MetadataAddress, ManagedWorld.IdpMetadata());
        var read = ManagedWorld.Good(await _world.Metadata.FromAddressAsync(_world.Right, made.Id, ManagedWorld.MetadataAddress, null, Ct));

        Assert.Equal(new Uri(ManagedWorld.MetadataAddress), ((SamlConnectionSettings)read.Settings).MetadataUrl);
    }

    [Fact]
    public async Task Refuses_metadata_that_is_none_and_an_address_that_gives_none()
    {
        var made = await _world.CreatedAsync("saml");
        Assert.Equal(ConnectionFaultCode.MetadataUnreadable, (await _world.Metadata.FromTextAsync(_world.Right, made.Id, "<a/>", null, Ct)).Fault?.Code);
        Assert.Equal(ConnectionFaultCode.MetadataUnreadable, (await _world.Metadata.FromTextAsync(_world.Right, made.Id, "", null, Ct)).Fault?.Code);
        Assert.Equal(ConnectionFaultCode.MetadataUnreachable,
            (await _world.Metadata.FromAddressAsync(_world.Right, made.Id, "https://gone.example/", null, Ct)).Fault?.Code);
        _world.Http.Answer("https://idp.example/404", "no", 404);
        Assert.Equal(ConnectionFaultCode.MetadataUnreachable,
            (await _world.Metadata.FromAddressAsync(_world.Right, made.Id, "https://idp.example/404", null, Ct)).Fault?.Code);
        Assert.Equal("metadata-url", (await _world.Metadata.FromAddressAsync(_world.Right, made.Id, "file:///etc/passwd", null, Ct)).Fault?.Field);
        Assert.Null(((SamlConnectionSettings)_world.Admin.Connections.All.Single().Settings).Provider);
    }

    [Theory]
    [InlineData(MetadataChoice.Hold, "connection.metadata-hold")]
    [InlineData(MetadataChoice.Apply, "connection.metadata-apply")]
    public async Task Fetched_metadata_that_differs_is_held_or_applied_as_the_tenant_chose(MetadataChoice choice, string action)
    {
        var read = await FetchedAsync(choice);
        _world.Http.Answer(ManagedWorld.MetadataAddress, ManagedWorld.IdpMetadata(SamlTestKeys.IdentityProviderNext));
        var refreshed = (SamlConnectionSettings)ManagedWorld.Good(await _world.Metadata.RefreshAsync(_world.Right, read.Id, Ct)).Settings;

        Assert.Equal(choice == MetadataChoice.Hold, refreshed.HeldProvider is not null);
        Assert.Equal(action, _world.Admin.Journal.Entries[^1].Action);
        var written = _world.Admin.Journal.Entries.Count;
        Assert.True((await _world.Metadata.RefreshAsync(_world.Right, read.Id, Ct)).Ok);
        Assert.Equal(written, _world.Admin.Journal.Entries.Count);
    }

    [Fact]
    public async Task A_failed_fetch_is_noted_once_and_forgotten_when_it_works_again()
    {
        var read = await FetchedAsync(MetadataChoice.Hold);
        _world.Http.Answer(ManagedWorld.MetadataAddress, "gone", 500);
        Assert.Equal(ConnectionFaultCode.MetadataUnreachable, (await _world.Metadata.RefreshAsync(_world.Right, read.Id, Ct)).Fault?.Code);
        var written = _world.Admin.Journal.Entries.Count;
        Assert.False((await _world.Metadata.RefreshAsync(_world.Right, read.Id, Ct)).Ok);
        Assert.Equal(written, _world.Admin.Journal.Entries.Count);
        Assert.NotNull(((SamlConnectionSettings)_world.Admin.Connections.All.Single().Settings).MetadataFault);

        _world.Http.Answer(ManagedWorld.MetadataAddress, ManagedWorld.IdpMetadata());
        var again = ManagedWorld.Good(await _world.Metadata.RefreshAsync(_world.Right, read.Id, Ct));
        Assert.Null(((SamlConnectionSettings)again.Settings).MetadataFault);
        Assert.Equal("metadata-url", (await _world.Metadata.RefreshAsync(_world.Right, (await _world.CreatedAsync("saml", "By file")).Id, Ct)).Fault?.Field);
    }

    [Fact]
    public async Task Asks_which_idp_when_a_document_describes_several()
    {
        var made = await _world.CreatedAsync("saml");
        var one = ManagedWorld.IdpMetadata();
        var two = ManagedWorld.IdpMetadata().Replace("entityID=\"https://idp.example/metadata\"", "entityID=\"https://idp.example/two\"", StringComparison.Ordinal);
        var both = $"""<md:EntitiesDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata">{one}{two}</md:EntitiesDescriptor>""";

        Assert.Equal(ConnectionFaultCode.SeveralProviders, (await _world.Metadata.FromTextAsync(_world.Right, made.Id, both, null, Ct)).Fault?.Code);
        var read = ManagedWorld.Good(await _world.Metadata.FromTextAsync(_world.Right, made.Id, both, "https://idp.example/two", Ct));
        Assert.Equal("https://idp.example/two", ((SamlConnectionSettings)read.Settings).Provider?.EntityId);
    }

    [Fact]
    public async Task Held_metadata_is_accepted_or_rejected_as_it_was_looked_at()
    {
        var held = await HeldAsync();
        var mark = HeldMetadata.MarkOf(held);
        Assert.Equal(["Signing certificate", "Signing certificate"], HeldMetadata.DifferenceOf(held).Select(change => change.Name));

        Assert.Equal(ConnectionFaultCode.Conflict, (await _world.Held.AcceptAsync(_world.Right, held.Id, "another mark", Ct)).Fault?.Code);
        var accepted = ManagedWorld.Good(await _world.Held.AcceptAsync(_world.Right, held.Id, mark, Ct));
        Assert.Null(accepted.TestedAt);
        Assert.Equal(ConnectionFaultCode.NothingHeld, (await _world.Held.RejectAsync(_world.Right, held.Id, mark, Ct)).Fault?.Code);

        _world.Put(held);
        var rejected = ManagedWorld.Good(await _world.Held.RejectAsync(_world.Right, held.Id, mark, Ct));
        Assert.Equal(((SamlConnectionSettings)held.Settings).Provider, ((SamlConnectionSettings)rejected.Settings).Provider);
        Assert.NotNull(rejected.TestedAt);
    }

    [Fact]
    public async Task What_changes_a_sign_in_asks_for_a_test_and_what_does_not_asks_for_none()
    {
        var tested = await _world.TestedAsync();
        Assert.NotNull(ManagedWorld.Good(await _world.Saml.ChangeAsync(_world.Right, tested.Id, Same with { MetadataChoice = MetadataChoice.Apply }, Ct)).TestedAt);
        Assert.Null(ManagedWorld.Good(await _world.Saml.ChangeAsync(_world.Right, tested.Id, Same with { ForceAuthn = true }, Ct)).TestedAt);
        Assert.Equal("False -> True", _world.Admin.Journal.Entries[^1].Facts["force-authn"]);
    }

    [Fact]
    public async Task Refuses_a_transient_name_id_a_context_that_is_no_uri_and_settings_of_another_protocol()
    {
        var tested = await _world.TestedAsync();
        Assert.Equal("name-id-format",
            (await _world.Saml.ChangeAsync(_world.Right, tested.Id, Same with { NameIdFormat = NameIdFormats.Transient }, Ct)).Fault?.Field);
        Assert.Equal("authn-contexts", (await _world.Saml.ChangeAsync(_world.Right, tested.Id, Same with { AuthnContexts = ["mfa"] }, Ct)).Fault?.Field);
        var directory = await _world.CreatedAsync("ldap", "Directory");
        Assert.Equal(ConnectionFaultCode.WrongKind, (await _world.Saml.ChangeAsync(_world.Right, directory.Id, Same, Ct)).Fault?.Code);
    }

    [Fact]
    public async Task Our_key_is_renewed_in_two_steps()
    {
        var tested = await _world.TestedAsync();
        Assert.Equal("key", (await _world.Saml.UseNextKeyAsync(_world.Right, tested.Id, Ct)).Fault?.Field);
        var added = (SamlConnectionSettings)ManagedWorld.Good(await _world.Saml.AddNextKeyAsync(_world.Right, tested.Id, Ct)).Settings;
        var used = (SamlConnectionSettings)ManagedWorld.Good(await _world.Saml.UseNextKeyAsync(_world.Right, tested.Id, Ct)).Settings;

        Assert.Equal(
            added.Keys.Single(key => key.State == SamlKeyState.Next).Id, used.Keys.Single(key => key.State == SamlKeyState.Current).Id);
        Assert.Single(used.Keys, key => key.State == SamlKeyState.Retired);
    }

    private async Task<Identity.Federation.Connection> FetchedAsync(MetadataChoice choice)
    {
        var made = await _world.CreatedAsync("saml");
        _world.Http.Answer(ManagedWorld.MetadataAddress, ManagedWorld.IdpMetadata());
        ManagedWorld.Good(await _world.Saml.ChangeAsync(_world.Right, made.Id, Same with { MetadataChoice = choice }, Ct));
        return ManagedWorld.Good(await _world.Metadata.FromAddressAsync(_world.Right, made.Id, ManagedWorld.MetadataAddress, null, Ct));
    }

    private async Task<Identity.Federation.Connection> HeldAsync()
    {
        var tested = await _world.TestedAsync();
        var next = SamlProviderReader.Read(ManagedWorld.IdpMetadata(SamlTestKeys.IdentityProviderNext), null, _world.Admin.Time.Now);
        return _world.Put(tested with { Settings = (SamlConnectionSettings)tested.Settings with { HeldProvider = next.Value } });
    }
}
