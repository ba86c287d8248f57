using Keyline.OpenId.Tokens;
using Keyline.OpenId.UserInfo;
using Keyline.OpenId.Verification;
using Keyline.Secrets;
using Keyline.Testing.OpenId;

namespace Keyline.OpenId.Tests.UserInfo;

public class UserInfoVerifierTests
{
    private readonly TestProvider _provider = new();

    [Fact]
    public void Asks_with_the_access_token()
    {
        var tokens = new TokenAnswer { AccessToken = new SecretText("abc") };
        var request = Refusal.None(UserInfoVerifier.Request(_provider.Metadata, tokens));

        Assert.Equal(new Uri("https://idp.example/acme/userinfo"), request.Address);
        Assert.Equal("Bearer abc", Assert.Single(request.Headers, header => header.Name == "Authorization").Value.Reveal());
        Refusal.Of(OAuthFaultCode.UnsupportedByProvider, UserInfoVerifier.Request(_provider.Metadata with { UserInfoEndpoint = null }, tokens));
    }

    [Fact]
    public void Takes_an_answer_about_the_same_person() =>
        Assert.Equal("+41 44 555 01 01", Refusal.None(Verify(Plain(_provider.UserInfo()))).Claims.FindText("phone_number"));

    [Fact]
    public void Takes_a_signed_answer() =>
        Assert.Equal("+41 44 555 01 01", Refusal.None(Verify(Signed(_provider.UserInfo()))).Claims.FindText("phone_number"));

    [Fact]
    public void An_answer_about_somebody_else_is_refused()
    {
        Refusal.Of(OAuthFaultCode.WrongUserInfoSubject, Verify(Plain(_provider.UserInfo().With("sub", "boss"))));
        Refusal.Of(OAuthFaultCode.WrongUserInfoSubject, Verify(Plain(_provider.UserInfo().Without("sub"))));
        Refusal.Of(OAuthFaultCode.WrongUserInfoSubject, Verify(Signed(_provider.UserInfo().With("sub", "boss"))));
    }

    [Fact]
    public void A_signed_answer_that_is_forged_or_for_others_is_refused()
    {
        Refusal.Of(OAuthFaultCode.BadSignature, Verify(Signed(_provider.UserInfo().ForgedBy(TestKeys.Stranger))));
        Refusal.Of(OAuthFaultCode.UnknownKey, Verify(Signed(_provider.UserInfo().SignedBy(TestKeys.Stranger))));
        Refusal.Of(OAuthFaultCode.AlgorithmNotAllowed, Verify(Signed(_provider.UserInfo().WithHeader("alg", "none"))));
        Refusal.Of(OAuthFaultCode.WrongIssuer, Verify(Signed(_provider.UserInfo().Without("iss"))));
        Refusal.Of(OAuthFaultCode.WrongAudience, Verify(Signed(_provider.UserInfo().With("aud", "other"))));
        Refusal.Of(OAuthFaultCode.WrongTokenType, Verify(Signed(_provider.UserInfo().WithHeader("typ", "at+jwt"))));
    }

    [Theory]
    [InlineData(401, "application/json")]
    [InlineData(302, "application/json")]
    [InlineData(200, "text/html")]
    [InlineData(200, null)]
    public void Another_answer_is_refused(int status, string? contentType) => Refusal.Of(OAuthFaultCode.UnexpectedAnswer,
        Verify(new ProviderAnswer(status, new SecretText(_provider.UserInfo().ClaimsJson), contentType)));

    [Fact]
    public void Ambiguous_JSON_is_refused() => Refusal.Of(OAuthFaultCode.DuplicateMember,
        Verify(new ProviderAnswer(200, new SecretText("""{"sub":"boss","sub":"anna"}"""), "application/json; charset=utf-8")));

    [Fact]
    public void The_ID_token_wins_and_userinfo_adds()
    {
        var idToken = Refusal.None(_provider.Verify(_provider.IdToken().Without("acr")));
        var joined = PersonClaims.Join(idToken, Refusal.None(Verify(Plain(_provider.UserInfo()))));

        Assert.Equal("Anna Example", joined.FindText("name"));
        Assert.Equal("+41 44 555 01 01", joined.FindText("phone_number"));
        Assert.Equal(["pbx-admins", "staff"], joined.FindList("groups"));
        Assert.Null(joined.FindText("acr"));
        Assert.Same(idToken.Claims, PersonClaims.Join(idToken, null));
    }

    private static ProviderAnswer Plain(TokenDraft draft) => new(200, new SecretText(draft.ClaimsJson), "application/json; charset=utf-8");

    private static ProviderAnswer Signed(TokenDraft draft) => new(200, draft.Sign(), "application/jwt");

    private Checked<VerifiedUserInfo> Verify(ProviderAnswer answer) => UserInfoVerifier.Verify(
        answer, Refusal.None(_provider.Verify(_provider.IdToken())), _provider.Party, TestProvider.Keys, TestProvider.Now);
}
