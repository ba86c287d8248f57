using System.Text.Json.Nodes;
using Keyline.OpenId.Clients;
using Keyline.OpenId.Verification;
using Keyline.Testing.OpenId;

namespace Keyline.OpenId.Tests.Verification;

/// <summary>Tokens that the provider did sign, and that are not for this sign-in.</summary>
public class IdTokenClaimAttackTests
{
    private readonly TestProvider _provider = new();

    [Theory]
    [InlineData("https://other.example")]
    [InlineData("https://idp.example/acme/")]
    [InlineData("https://IDP.example/acme")]
    [InlineData("")]
    [InlineData(null)]
    public void Another_issuer_is_refused(string? issuer) => Refuse(OAuthFaultCode.WrongIssuer, _provider.IdToken().With("iss", issuer));

    [Fact]
    public void A_token_without_issuer_is_refused() => Refuse(OAuthFaultCode.WrongIssuer, _provider.IdToken().Without("iss"));

    [Theory]
    [InlineData("\"other\"")]
    [InlineData("[\"other\"]")]
    [InlineData("[]")]
    [InlineData("\"keyline \"")]
    [InlineData("\"KEYLINE\"")]
    public void Another_audience_is_refused(string audience) =>
        Refuse(OAuthFaultCode.WrongAudience, _provider.IdToken().With("aud", JsonNode.Parse(audience)));

    [Fact]
    public void Another_authorized_party_is_refused() => Refuse(OAuthFaultCode.WrongAuthorizedParty, _provider.IdToken().With("azp", "other"));

    [Fact]
    public void Several_audiences_without_authorized_party_are_refused() => Refuse(OAuthFaultCode.WrongAuthorizedParty,
        _provider.IdToken().Without("azp").With("aud", new JsonArray(TestProvider.ClientId, "other")));

    [Fact]
    public void An_expired_token_is_refused() => Refuse(OAuthFaultCode.Expired, _provider.IdToken().With("exp", TestProvider.Now.AddSeconds(-60)));

    [Fact]
    public void A_token_not_yet_valid_is_refused() =>
        Refuse(OAuthFaultCode.NotYetValid, _provider.IdToken().With("nbf", TestProvider.Now.AddSeconds(61)));

    [Fact]
    public void A_token_from_the_future_is_refused() =>
        Refuse(OAuthFaultCode.IssuedInFuture, _provider.IdToken().With("iat", TestProvider.Now.AddSeconds(61)));

    [Fact]
    public void A_sign_in_in_the_future_is_refused() =>
        Refuse(OAuthFaultCode.IssuedInFuture, _provider.IdToken().With("auth_time", TestProvider.Now.AddSeconds(61)));

    [Theory]
    [InlineData("exp")]
    [InlineData("iat")]
    public void A_token_without_its_times_is_refused(string name) => Refuse(OAuthFaultCode.MissingMember, _provider.IdToken().Without(name));

    [Theory]
    [InlineData("another")]
    [InlineData("")]
    [InlineData(null)]
    public void Another_nonce_is_refused(string? nonce) => Refuse(OAuthFaultCode.WrongNonce, _provider.IdToken().With("nonce", nonce));

    [Fact]
    public void The_hash_of_another_access_token_is_refused() =>
        Refuse(OAuthFaultCode.WrongHash, _provider.IdToken().With("at_hash", TokenHash.Of("another")));

    [Fact]
    public void The_hash_of_another_code_is_refused() =>
        Refuse(OAuthFaultCode.WrongHash, _provider.IdToken().With("c_hash", TokenHash.Of("another")));

    [Fact]
    public void A_token_without_subject_is_refused()
    {
        Refuse(OAuthFaultCode.InvalidSubject, _provider.IdToken().Without("sub"));
        Refuse(OAuthFaultCode.InvalidSubject, _provider.IdToken().With("sub", ""));
        Refuse(OAuthFaultCode.InvalidSubject, _provider.IdToken().With("sub", new string('a', 256)));
        Refuse(OAuthFaultCode.InvalidSubject, _provider.IdToken().With("sub", "anna\n"));
    }

    [Fact]
    public void An_old_sign_in_is_refused_when_a_fresh_one_was_asked_for()
    {
        var expected = _provider.Expectations with { MaxAge = TimeSpan.FromMinutes(5) };

        RefuseWith(OAuthFaultCode.AuthenticationTooOld, expected, _provider.IdToken().With("auth_time", TestProvider.Now.AddSeconds(-361)));
        RefuseWith(OAuthFaultCode.MissingMember, expected, _provider.IdToken().Without("auth_time"));
    }

    [Fact]
    public void A_weaker_sign_in_than_required_is_refused()
    {
        var expected = _provider.Expectations with { RequiredAcr = ["aal3"] };

        RefuseWith(OAuthFaultCode.AuthenticationClassNotMet, expected, _provider.IdToken());
        RefuseWith(OAuthFaultCode.AuthenticationClassNotMet, expected, _provider.IdToken().Without("acr"));
    }

    [Fact]
    public void A_person_of_Entra_ID_without_object_id_is_refused()
    {
        var entra = new TestProvider { Party = _provider.Party with { Subject = SubjectSource.EntraObject } };

        Refusal.Of(OAuthFaultCode.InvalidSubject, entra.Verify(entra.IdToken().With("tid", "11111111-2222-3333-4444-555555555555")));
    }

    [Theory]
    [InlineData("gmail.example")]
    [InlineData("ACME.example")]
    [InlineData(null)]
    public void A_Google_account_of_another_domain_is_refused(string? domain)
    {
        var google = new TestProvider { Party = _provider.Party with { AllowedDomains = ["acme.example"] } };

        Refusal.None(google.Verify(google.IdToken().With("hd", "acme.example")));
        Refusal.Of(OAuthFaultCode.TenantNotAllowed, google.Verify(google.IdToken().With("hd", domain)));
    }

    [Fact]
    public void A_tolerance_beyond_five_minutes_is_cut()
    {
        var lax = new TestProvider { Party = _provider.Party with { ClockTolerance = TimeSpan.FromDays(1) } };

        Refusal.Of(OAuthFaultCode.Expired, lax.Verify(lax.IdToken().With("exp", TestProvider.Now.AddSeconds(-300))));
    }

    [Fact]
    public void A_token_of_one_connection_is_refused_by_another()
    {
        var other = new TestProvider("https://idp.example/globex");

        Refusal.Of(OAuthFaultCode.WrongIssuer, other.Verify(_provider.IdToken()));
    }

    private void Refuse(OAuthFaultCode code, TokenDraft draft) => Refusal.Of(code, _provider.Verify(draft));

    private void RefuseWith(OAuthFaultCode code, IdTokenExpectations expected, TokenDraft draft) => Refusal.Of(code,
        IdTokenVerifier.Verify(draft.Sign(), expected, _provider.Party, TestProvider.Keys, TestProvider.Now));
}
