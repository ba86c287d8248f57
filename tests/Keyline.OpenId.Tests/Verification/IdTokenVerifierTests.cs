using System.Text.Json.Nodes;
using Keyline.Checks;
using Keyline.OpenId.Clients;
using Keyline.OpenId.Keys;
using Keyline.OpenId.Verification;
using Keyline.Testing.OpenId;

namespace Keyline.OpenId.Tests.Verification;

public class IdTokenVerifierTests
{
    private readonly TestProvider _provider = new();

    [Fact]
    public void Accepts_a_complete_token_and_tells_what_it_says()
    {
        var token = Refusal.None(_provider.Verify(_provider.IdToken()));

        Assert.Equal(_provider.Issuer, token.Issuer);
        Assert.Equal("anna", token.Subject);
        Assert.Equal("anna", token.PersonKey);
        Assert.Equal("session-1", token.SessionId);
        Assert.Equal("token-1", token.TokenId);
        Assert.Equal("aal2", token.Acr);
        Assert.Equal(["pwd", "otp"], token.Amr);
        Assert.Equal(TestProvider.Now.AddMinutes(-1), token.AuthenticatedAt);
        Assert.Equal(TimeSpan.Zero, token.ClockOffset);
        Assert.Equal(["pbx-admins", "staff"], token.Claims.FindList("groups"));
    }

    [Fact]
    public void Reports_every_check_in_order()
    {
        var report = _provider.Verify(_provider.IdToken()).Report;

        Assert.Equal(
            ["format", "alg", "crit", "typ", "key", "signature", "claim types", "iss", "aud", "azp", "exp", "nbf", "iat", "nonce",
                "at_hash", "c_hash", "acr", "auth_time", "sub"],
            report.Checks.Select(check => check.Name));
        Assert.All(report.Checks, check => Assert.NotEqual(CheckVerdict.Failed, check.Verdict));
    }

    [Theory]
    [InlineData(SignatureAlgorithm.RS256)]
    [InlineData(SignatureAlgorithm.RS384)]
    [InlineData(SignatureAlgorithm.RS512)]
    [InlineData(SignatureAlgorithm.PS256)]
    [InlineData(SignatureAlgorithm.PS384)]
    [InlineData(SignatureAlgorithm.PS512)]
    [InlineData(SignatureAlgorithm.ES256)]
    [InlineData(SignatureAlgorithm.ES384)]
    [InlineData(SignatureAlgorithm.ES512)]
    public void Verifies_every_algorithm_of_the_list(SignatureAlgorithm algorithm)
    {
        using var key = SigningKey.Generate(algorithm);
        var keys = Refusal.None(KeySetReader.Read(KeySetWriter.Write([key]), _provider.Party.Limits));
        var token = _provider.IdToken().Without("at_hash").Without("c_hash").SignedBy(key).Sign();

        Refusal.None(IdTokenVerifier.Verify(token, _provider.Expectations, _provider.Party, keys, TestProvider.Now));
    }

    [Fact]
    public void Accepts_a_token_for_several_audiences_that_was_issued_to_us()
    {
        Refusal.None(_provider.Verify(_provider.IdToken().With("aud", new JsonArray("other", TestProvider.ClientId))));
    }

    [Fact]
    public void Needs_no_typ_no_azp_no_hashes_and_no_nbf()
    {
        var sparse = _provider.IdToken().WithoutHeader("typ").Without("azp").Without("at_hash").Without("c_hash").Without("nbf");

        Refusal.None(_provider.Verify(sparse));
    }

    [Fact]
    public void Finds_the_only_fitting_key_of_a_token_without_kid()
    {
        Refusal.None(_provider.Verify(_provider.IdToken().WithoutHeader("kid")));
    }

    [Theory]
    [InlineData(59)]
    [InlineData(-59)]
    public void Tolerates_clocks_that_differ_by_less_than_a_minute_and_warns(int seconds)
    {
        var shifted = TestProvider.Now.AddSeconds(seconds);
        var verified = _provider.Verify(_provider.IdToken().With("iat", shifted).With("nbf", shifted).With("exp", shifted.AddSeconds(30)));

        Assert.Equal(TimeSpan.FromSeconds(seconds), Refusal.None(verified).ClockOffset);
        Assert.Contains(verified.Report.Warnings, warning => warning.Name == "clocks");
    }

    [Fact]
    public void A_refusal_for_time_tells_both_clocks()
    {
        var fault = Refusal.Of(OAuthFaultCode.Expired,
            _provider.Verify(_provider.IdToken().With("exp", TestProvider.Now.AddSeconds(-60))));

        Assert.Contains("2026-03-02 08:59:00Z", fault.Expected, StringComparison.Ordinal);
        Assert.Contains("2026-03-02 09:00:00Z", fault.Came, StringComparison.Ordinal);
    }

    [Fact]
    public void Takes_a_fresh_enough_sign_in_of_the_required_class()
    {
        var expected = _provider.Expectations with { MaxAge = TimeSpan.FromMinutes(1), RequiredAcr = ["aal3", "aal2"] };

        Refusal.None(IdTokenVerifier.Verify(_provider.IdToken().Sign(), expected, _provider.Party, TestProvider.Keys, TestProvider.Now));
    }

    [Fact]
    public void Knows_a_person_of_Entra_ID_by_tenant_and_object()
    {
        var entra = new TestProvider { Party = _provider.Party with { Subject = SubjectSource.EntraObject } };
        var token = entra.IdToken().With("tid", "11111111-2222-3333-4444-555555555555").With("oid", "66666666-7777-8888-9999-000000000000");

        Assert.Equal("11111111-2222-3333-4444-555555555555:66666666-7777-8888-9999-000000000000", Refusal.None(entra.Verify(token)).PersonKey);
    }

    [Fact]
    public void Shows_no_token_and_no_claim_value_when_printed()
    {
        var token = Refusal.None(_provider.Verify(_provider.IdToken()));

        Assert.Equal("***", token.Text.ToString());
        Assert.DoesNotContain("anna@acme.example", token.Claims.ToString(), StringComparison.Ordinal);
    }
}
