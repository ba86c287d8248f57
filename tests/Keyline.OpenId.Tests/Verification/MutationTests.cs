using Keyline.OpenId.Discovery;
using Keyline.OpenId.Documents;
using Keyline.OpenId.Keys;
using Keyline.OpenId.Requests;
using Keyline.OpenId.Tokens;
using Keyline.Secrets;
using Keyline.Testing.OpenId;

namespace Keyline.OpenId.Tests.Verification;

/// <summary>Breaks valid messages at every place: nothing throws, and no changed token is accepted.</summary>
public class MutationTests
{
    private readonly TestProvider _provider = new();

    [Fact]
    public void No_token_with_one_letter_changed_is_accepted()
    {
        var token = _provider.IdToken().Sign().Reveal();

        for (var place = 0; place < token.Length; place++)
        {
            var other = token[place] == 'A' ? 'B' : 'A';
            Assert.False(_provider.Verify(new SecretText($"{token[..place]}{other}{token[(place + 1)..]}")).Outcome.Ok, $"letter {place}");
        }
    }

    [Fact]
    public void No_token_that_is_cut_off_is_accepted()
    {
        var token = _provider.IdToken().Sign().Reveal();

        Assert.All(Enumerable.Range(0, token.Length), length => Assert.False(_provider.Verify(new SecretText(token[..length])).Outcome.Ok));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"")]
    [InlineData("{")]
    [InlineData("\\uD800")]
    [InlineData("\0")]
    [InlineData("é")]
    [InlineData("9")]
    public void A_broken_document_is_refused_and_never_throws(string broken)
    {
        foreach (var changed in Broken(_provider.MetadataDocument.ToJsonString(), broken))
        {
            AssertAnswers(MetadataReader.Read(changed, _provider.Party));
        }

        foreach (var changed in Broken(TestProvider.KeySetJson, broken))
        {
            AssertAnswers(KeySetReader.Read(changed, DocumentLimits.Standard));
        }

        foreach (var changed in Broken(TestProvider.TokenAnswer(new SecretText("id")).Body.Reveal(), broken))
        {
            AssertAnswers(TokenAnswerReader.ReadSignIn(new ProviderAnswer(200, new SecretText(changed)), DocumentLimits.Standard));
        }

        foreach (var changed in Broken(_provider.ResponseQuery, broken).Append("%").Append("state=%&code=%zz").Append("state=%C3&code=%FF"))
        {
            AssertAnswers(AuthorizationResponse.Read(changed, DocumentLimits.Standard));
        }
    }

    [Fact]
    public void Claims_that_are_broken_and_signed_never_throw()
    {
        var draft = _provider.IdToken();

        foreach (var changed in Broken(draft.ClaimsJson, "\"").Concat(Broken(draft.ClaimsJson, "\\uDC00")).Concat(Broken(draft.ClaimsJson, "null")))
        {
            AssertAnswers(_provider.Verify(TokenDraft.Sign(draft.HeaderJson, changed, draft.Key)).Outcome);
        }
    }

    private static IEnumerable<string> Broken(string text, string with) =>
        Enumerable.Range(0, text.Length).Select(place => $"{text[..place]}{with}{text[(place + 1)..]}");

    private static void AssertAnswers<T>(Result<T, OAuthFault> result)
        where T : notnull => Assert.True(result.Ok || result.Fault.Detail.Length > 0);
}
