using Keyline.OpenId.Documents;
using Keyline.OpenId.Logout;
using Keyline.Secrets;
using Keyline.Testing.OpenId;

namespace Keyline.OpenId.Tests.Logout;

public class LogoutRequestTests
{
    private static readonly Uri _returnTo = new("https://keyline.example/t/acme/");

    private readonly TestProvider _provider = new();

    [Fact]
    public void Signs_out_with_a_hint_and_a_way_back()
    {
        var hint = _provider.IdToken().Sign();
        var logout = Refusal.None(LogoutRequest.Prepare(_provider.Party, _provider.Metadata, hint, _returnTo));
        var address = new Uri(logout.Address.Reveal());
        var fields = Refusal.None(FormText.Read(address.Query, DocumentLimits.Standard));

        Assert.Equal("https://idp.example/acme/logout", address.GetLeftPart(UriPartial.Path));
        Assert.Equal(hint.Reveal(), fields["id_token_hint"]);
        Assert.Equal(_returnTo.AbsoluteUri, fields["post_logout_redirect_uri"]);
        Assert.Equal(TestProvider.ClientId, fields["client_id"]);
        Assert.Equal(logout.State.Reveal(), fields["state"]);
        Assert.Equal("***", logout.Address.ToString());
    }

    [Fact]
    public void Leaves_out_a_hint_that_no_address_can_hold()
    {
        var logout = Refusal.None(LogoutRequest.Prepare(_provider.Party, _provider.Metadata, new SecretText(new string('x', 4097)), _returnTo));

        Assert.DoesNotContain("id_token_hint", logout.Address.Reveal(), StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_a_provider_without_sign_out() => Refusal.Of(OAuthFaultCode.UnsupportedByProvider,
        LogoutRequest.Prepare(_provider.Party, _provider.Metadata with { EndSessionEndpoint = null }, null, _returnTo));

    [Fact]
    public void Refuses_a_way_back_that_is_not_https() => Refusal.Of(OAuthFaultCode.InvalidSettings,
        LogoutRequest.Prepare(_provider.Party, _provider.Metadata, null, new Uri("http://keyline.example/")));

    [Fact]
    public void Knows_the_browser_that_comes_back()
    {
        Refusal.None(LogoutRequest.ReadReturn("?state=abc", new SecretText("abc"), DocumentLimits.Standard));
        Refusal.Of(OAuthFaultCode.WrongState, LogoutRequest.ReadReturn("?state=abd", new SecretText("abc"), DocumentLimits.Standard));
        Refusal.Of(OAuthFaultCode.WrongState, LogoutRequest.ReadReturn("", new SecretText("abc"), DocumentLimits.Standard));
        Refusal.Of(OAuthFaultCode.DuplicateParameter, LogoutRequest.ReadReturn("?state=abc&state=abc", new SecretText("abc"), DocumentLimits.Standard));
    }
}
