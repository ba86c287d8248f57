using System.Text.Json.Nodes;
using Keyline.OpenId.Logout;
using Keyline.OpenId.Verification;
using Keyline.Testing.OpenId;

namespace Keyline.OpenId.Tests.Logout;

public class LogoutTokenVerifierTests
{
    private readonly TestProvider _provider = new();

    [Fact]
    public void Takes_a_complete_token_and_tells_who_is_to_go()
    {
        var token = Refusal.None(Verify(_provider.LogoutToken()));

        Assert.Equal("session-1", token.SessionId);
        Assert.Equal("anna", token.Subject);
        Assert.Equal("logout-1", token.TokenId);
        Assert.Equal(TestProvider.Now.AddMinutes(3), token.RememberUntil);
    }

    [Theory]
    [InlineData("sid")]
    [InlineData("sub")]
    public void Takes_a_token_that_names_one_of_the_two(string missing) => Refusal.None(Verify(_provider.LogoutToken().Without(missing)));

    [Fact]
    public void Takes_the_types_of_older_providers()
    {
        Refusal.None(Verify(_provider.LogoutToken().WithHeader("typ", "JWT")));
        Refusal.None(Verify(_provider.LogoutToken().WithoutHeader("typ")));
    }

    [Fact]
    public void Reads_the_form_of_the_provider()
    {
        var form = $"logout_token={_provider.LogoutToken().Sign().Reveal()}";

        Refusal.None(VerifyForm(form));
        Refusal.Of(OAuthFaultCode.DuplicateParameter, VerifyForm($"{form}&{form}"));
        Refusal.Of(OAuthFaultCode.MissingParameter, VerifyForm("token=x"));
        Refusal.Of(OAuthFaultCode.DocumentTooLarge, VerifyForm($"logout_token={new string('x', 128 * 1024)}"));
    }

    [Fact]
    public void An_ID_token_is_no_logout_token()
    {
        Refuse(OAuthFaultCode.MissingLogoutEvent, _provider.IdToken());
        Refuse(OAuthFaultCode.NonceInLogoutToken, _provider.LogoutToken().With("nonce", "nonce-of-anna"));
        Refuse(OAuthFaultCode.NonceInLogoutToken, _provider.LogoutToken().With("nonce", (JsonNode?)null));
    }

    [Fact]
    public void A_logout_token_is_no_ID_token() => Refusal.Of(OAuthFaultCode.WrongTokenType, _provider.Verify(_provider.LogoutToken()));

    [Theory]
    [InlineData("{}")]
    [InlineData("\"http://schemas.openid.net/event/backchannel-logout\"")]
    [InlineData("{\"http://schemas.openid.net/event/backchannel-logout\":true}")]
    [InlineData("{\"http://schemas.openid.net/event/other\":{}}")]
    public void A_token_without_the_event_is_refused(string events) =>
        Refuse(OAuthFaultCode.MissingLogoutEvent, _provider.LogoutToken().With("events", JsonNode.Parse(events)));

    [Fact]
    public void A_token_that_names_nobody_is_refused() =>
        Refuse(OAuthFaultCode.NothingToLogOut, _provider.LogoutToken().Without("sid").Without("sub"));

    [Fact]
    public void A_token_that_could_be_replayed_is_refused() => Refuse(OAuthFaultCode.MissingMember, _provider.LogoutToken().Without("jti"));

    [Fact]
    public void A_token_of_somebody_else_or_another_time_is_refused()
    {
        Refuse(OAuthFaultCode.WrongIssuer, _provider.LogoutToken().With("iss", "https://evil.example"));
        Refuse(OAuthFaultCode.WrongAudience, _provider.LogoutToken().With("aud", "other"));
        Refuse(OAuthFaultCode.Expired, _provider.LogoutToken().With("exp", TestProvider.Now.AddMinutes(-2)));
        Refuse(OAuthFaultCode.IssuedInFuture, _provider.LogoutToken().With("iat", TestProvider.Now.AddMinutes(2)));
        Refuse(OAuthFaultCode.MissingMember, _provider.LogoutToken().Without("exp"));
        Refuse(OAuthFaultCode.MissingMember, _provider.LogoutToken().Without("iat"));
    }

    [Fact]
    public void A_forged_token_is_refused()
    {
        Refuse(OAuthFaultCode.BadSignature, _provider.LogoutToken().ForgedBy(TestKeys.Stranger));
        Refuse(OAuthFaultCode.UnknownKey, _provider.LogoutToken().SignedBy(TestKeys.Stranger));
        Refuse(OAuthFaultCode.AlgorithmNotAllowed, _provider.LogoutToken().WithHeader("alg", "none"));
        Refuse(OAuthFaultCode.WrongTokenType, _provider.LogoutToken().WithHeader("typ", "at+jwt"));
    }

    private Checked<VerifiedLogoutToken> Verify(TokenDraft draft) =>
        LogoutTokenVerifier.Verify(draft.Sign(), _provider.Party, TestProvider.Keys, TestProvider.Now);

    private Checked<VerifiedLogoutToken> VerifyForm(string form) =>
        LogoutTokenVerifier.VerifyForm(form, _provider.Party, TestProvider.Keys, TestProvider.Now);

    private void Refuse(OAuthFaultCode code, TokenDraft draft) => Refusal.Of(code, Verify(draft));
}
