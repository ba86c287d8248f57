using System.Text.Json.Nodes;
using Keyline.OpenId.Documents;
using Keyline.OpenId.Tokens;
using Keyline.Secrets;
using Keyline.Testing.OpenId;

namespace Keyline.OpenId.Tests.Tokens;

public class TokenAnswerReaderTests
{
    [Fact]
    public void Reads_the_tokens()
    {
        var tokens = Refusal.None(Read(_ => { }));

        Assert.Equal(TestProvider.AccessToken, tokens.AccessToken.Reveal());
        Assert.Equal("id-token", tokens.IdToken?.Reveal());
        Assert.Equal(TimeSpan.FromHours(1), tokens.ExpiresIn);
        Assert.DoesNotContain("id-token", tokens.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Takes_the_type_in_any_case() => Refusal.None(Read(answer => answer["token_type"] = "bearer"));

    [Fact]
    public void Refuses_a_sign_in_without_ID_token()
    {
        Refusal.Of(OAuthFaultCode.MissingMember, Read(answer => answer.Remove("id_token")));
        Refusal.Of(OAuthFaultCode.WrongMemberType, Read(answer => answer["id_token"] = 1));
    }

    [Fact]
    public void Refuses_an_answer_without_access_token() =>
        Refusal.Of(OAuthFaultCode.MissingMember, Read(answer => answer.Remove("access_token")));

    [Theory]
    [InlineData("mac")]
    [InlineData("DPoP")]
    [InlineData(null)]
    public void Refuses_another_type_of_token(string? type) =>
        Refusal.Of(OAuthFaultCode.UnsupportedTokenType, Read(answer => answer["token_type"] = type));

    [Theory]
    [InlineData("invalid_client", "secret")]
    [InlineData("invalid_grant", "redirect address")]
    [InlineData("unauthorized_client", "code flow")]
    [InlineData("invalid_scope", "scopes")]
    [InlineData("something_new", "log")]
    public void Names_a_refusal_and_what_to_do(string error, string advice)
    {
        var fault = Refusal.Of(OAuthFaultCode.TokenRequestRefused,
            Read(400, $$"""{"error":"{{error}}","error_description":"AADSTS7000215"}"""));

        Assert.Equal(error, fault.ProviderError);
        Assert.Contains("AADSTS7000215", fault.Came, StringComparison.Ordinal);
        Assert.Contains(advice, fault.ToDo, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(502, "<html>Bad Gateway</html>")]
    [InlineData(302, "")]
    [InlineData(500, "{}")]
    public void Refuses_an_answer_that_is_neither(int status, string body) => Refusal.Of(OAuthFaultCode.UnexpectedAnswer, Read(status, body));

    [Fact]
    public void Refuses_a_success_that_is_not_JSON() => Refusal.Of(OAuthFaultCode.MalformedJson, Read(200, "access_token=x"));

    [Fact]
    public void Refuses_an_answer_that_names_a_member_twice() => Refusal.Of(OAuthFaultCode.DuplicateMember,
        Read(200, """{"access_token":"a","access_token":"b","token_type":"Bearer"}"""));

    private static Result<TokenAnswer, OAuthFault> Read(Action<JsonObject> change)
    {
        var answer = JsonNode.Parse(TestProvider.TokenAnswer(new SecretText("id-token")).Body.Reveal())!.AsObject();
        change(answer);
        return Read(200, answer.ToJsonString());
    }

    private static Result<TokenAnswer, OAuthFault> Read(int status, string body) =>
        TokenAnswerReader.ReadSignIn(new ProviderAnswer(status, new SecretText(body), "application/json"), DocumentLimits.Standard);
}
