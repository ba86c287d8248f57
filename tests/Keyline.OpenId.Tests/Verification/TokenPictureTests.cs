using Keyline.OpenId.Documents;
using Keyline.OpenId.Verification;
using Keyline.Secrets;
using Keyline.Testing.OpenId;

namespace Keyline.OpenId.Tests.Verification;

public class TokenPictureTests
{
    private readonly TestProvider _provider = new();

    [Fact]
    public void Shows_a_token_that_is_refused()
    {
        var draft = _provider.IdToken().ForgedBy(TestKeys.Stranger);
        var picture = Refusal.None(TokenPicture.Of(draft.Sign(), DocumentLimits.Standard));

        Assert.Equal(draft.HeaderJson, picture.Header.Reveal());
        Assert.Equal(draft.ClaimsJson, picture.Claims.Reveal());
        Assert.DoesNotContain("anna", picture.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Shows_claims_that_are_not_even_JSON()
    {
        var draft = _provider.IdToken();

        Assert.Equal("no JSON", Refusal.None(
            TokenPicture.Of(TokenDraft.Sign(draft.HeaderJson, "no JSON", draft.Key), DocumentLimits.Standard)).Claims.Reveal());
    }

    [Fact]
    public void Cannot_show_what_is_no_token() =>
        Refusal.Of(OAuthFaultCode.MalformedToken, TokenPicture.Of(new SecretText("token"), DocumentLimits.Standard));
}
