using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Keyline.OpenId.Keys;
using Keyline.Secrets;
using Keyline.Testing.OpenId;

namespace Keyline.OpenId.Tests.Verification;

/// <summary>Attacks on ID tokens. Each begins with a complete valid token and changes one thing.</summary>
public class IdTokenAttackTests
{
    private readonly TestProvider _provider = new();

    [Theory]
    [InlineData("none")]
    [InlineData("None")]
    [InlineData("NONE")]
    [InlineData("")]
    public void Alg_none_is_refused(string none)
    {
        var draft = _provider.IdToken().WithHeader("alg", none);

        Refuse(OAuthFaultCode.AlgorithmNotAllowed, new SecretText($"{TokenDraft.Encode(draft.HeaderJson)}.{TokenDraft.Encode(draft.ClaimsJson)}."));
        Refuse(OAuthFaultCode.AlgorithmNotAllowed, draft.Sign());
    }

    [Theory]
    [InlineData("HS256")]
    [InlineData("HS384")]
    [InlineData("HS512")]
    public void A_MAC_made_with_the_public_key_is_refused(string algorithm)
    {
        var draft = _provider.IdToken().WithHeader("alg", algorithm).WithHeader("kid", TestKeys.Rsa.KeyId);
        var signed = $"{TokenDraft.Encode(draft.HeaderJson)}.{TokenDraft.Encode(draft.ClaimsJson)}";
        using var rsa = RSA.Create();
        rsa.ImportFromPem(TestKeys.Rsa.WritePem().Reveal());
        var mac = HMACSHA256.HashData(Encoding.ASCII.GetBytes(rsa.ExportSubjectPublicKeyInfoPem()), Encoding.ASCII.GetBytes(signed));

        Refuse(OAuthFaultCode.AlgorithmNotAllowed, new SecretText($"{signed}.{Base64Url.EncodeToString(mac)}"));
    }

    [Fact]
    public void A_missing_alg_is_refused() => Refuse(OAuthFaultCode.AlgorithmNotAllowed, _provider.IdToken().WithoutHeader("alg"));

    [Fact]
    public void An_algorithm_that_the_connection_does_not_allow_is_refused()
    {
        var strict = new TestProvider { Party = _provider.Party with { Algorithms = [SignatureAlgorithm.RS256] } };

        Refusal.Of(OAuthFaultCode.AlgorithmNotAllowed, strict.Verify(strict.IdToken()));
    }

    [Fact]
    public void An_unknown_kid_is_a_fault_of_its_own() =>
        Refuse(OAuthFaultCode.UnknownKey, _provider.IdToken().SignedBy(TestKeys.Stranger));

    [Fact]
    public void A_strangers_signature_under_a_known_kid_is_refused() =>
        Refuse(OAuthFaultCode.BadSignature, _provider.IdToken().ForgedBy(TestKeys.Stranger));

    [Fact]
    public void A_known_kid_of_another_algorithm_is_refused() =>
        Refuse(OAuthFaultCode.UnusableKey, _provider.IdToken().WithHeader("kid", TestKeys.Rsa.KeyId));

    [Theory]
    [InlineData("jku")]
    [InlineData("x5u")]
    public void A_key_address_in_the_header_is_never_followed(string name)
    {
        var pointing = _provider.IdToken().WithHeader(name, "https://evil.example/keys");

        Refuse(OAuthFaultCode.BadSignature, pointing.ForgedBy(TestKeys.Stranger));
        Refuse(OAuthFaultCode.UnknownKey, pointing.SignedBy(TestKeys.Stranger));
    }

    [Fact]
    public void A_key_in_the_header_is_never_used()
    {
        var jwk = JsonNode.Parse(KeySetWriter.Write([TestKeys.Stranger]))!["keys"]![0]!;
        var bringing = _provider.IdToken().WithHeader("jwk", jwk);

        Refuse(OAuthFaultCode.BadSignature, bringing.ForgedBy(TestKeys.Stranger));
        Refuse(OAuthFaultCode.UnknownKey, bringing.SignedBy(TestKeys.Stranger));
        Refuse(OAuthFaultCode.UnknownKey, bringing.WithoutHeader("jwk").WithHeader("x5c", new JsonArray("MIIB")).SignedBy(TestKeys.Stranger));
    }

    [Theory]
    [InlineData("[\"b64\"]")]
    [InlineData("[\"exp\"]")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"exp\"")]
    public void A_critical_header_is_refused(string critical) => Refuse(OAuthFaultCode.CriticalHeader,
        _provider.IdToken().WithHeader("crit", JsonNode.Parse(critical)).WithHeader("b64", false));

    [Theory]
    [InlineData("at+jwt")]
    [InlineData("logout+jwt")]
    [InlineData("application/at+jwt")]
    [InlineData("dpop+jwt")]
    public void Another_kind_of_token_is_refused(string type) =>
        Refuse(OAuthFaultCode.WrongTokenType, _provider.IdToken().WithHeader("typ", type));

    [Fact]
    public void A_changed_claim_breaks_the_signature()
    {
        var parts = _provider.IdToken().Sign().Reveal().Split('.');
        var other = TokenDraft.Encode(_provider.IdToken().With("sub", "boss").ClaimsJson);

        Refuse(OAuthFaultCode.BadSignature, new SecretText($"{parts[0]}.{other}.{parts[2]}"));
    }

    [Fact]
    public void A_signature_of_zeros_is_refused()
    {
        var parts = _provider.IdToken().Sign().Reveal().Split('.');

        Refuse(OAuthFaultCode.BadSignature, new SecretText($"{parts[0]}.{parts[1]}.{Base64Url.EncodeToString(new byte[64])}"));
        Refuse(OAuthFaultCode.BadSignature, new SecretText($"{parts[0]}.{parts[1]}."));
    }

    [Fact]
    public void A_DER_signature_is_refused()
    {
        var parts = _provider.IdToken().Sign().Reveal().Split('.');
        using var ecdsa = ECDsa.Create();
        ecdsa.ImportFromPem(TestKeys.Ec.WritePem().Reveal());
        var der = ecdsa.SignData(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);

        Refuse(OAuthFaultCode.BadSignature, new SecretText($"{parts[0]}.{parts[1]}.{Base64Url.EncodeToString(der)}"));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData(" ")]
    [InlineData("=")]
    [InlineData("\0")]
    [InlineData("+")]
    public void A_token_with_a_foreign_character_is_refused(string foreign)
    {
        var token = _provider.IdToken().Sign().Reveal();

        Refuse(OAuthFaultCode.MalformedToken, new SecretText(token + foreign));
        Refuse(OAuthFaultCode.MalformedToken, new SecretText(token.Insert(10, foreign)));
        Refuse(OAuthFaultCode.MalformedToken, new SecretText(foreign + token));
    }

    [Fact]
    public void A_second_spelling_of_the_same_signature_is_refused()
    {
        // 64 bytes leave four unused bits in the last letter; they must be zero.
        var token = _provider.IdToken().Sign().Reveal();
        var last = token[^1] switch { 'A' => 'B', 'Q' => 'R', 'g' => 'h', _ => 'x' };

        Refuse(OAuthFaultCode.MalformedToken, new SecretText(token[..^1] + last));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a.b")]
    [InlineData("..")]
    [InlineData("a.b.c.d.e")]
    [InlineData("no token at all")]
    public void What_is_not_a_token_is_refused(string text) => Refuse(OAuthFaultCode.MalformedToken, new SecretText(text));

    [Fact]
    public void An_oversized_token_is_refused() =>
        Refuse(OAuthFaultCode.DocumentTooLarge, _provider.IdToken().With("groups", new string('g', 64 * 1024)));

    [Fact]
    public void A_claim_named_twice_is_refused()
    {
        var draft = _provider.IdToken();
        var twice = draft.ClaimsJson.Replace("{\"iss\"", "{\"sub\":\"boss\",\"iss\"", StringComparison.Ordinal);
        var escaped = draft.ClaimsJson.Replace("{\"iss\"", "{\"s\\u0075b\":\"boss\",\"iss\"", StringComparison.Ordinal);

        Refuse(OAuthFaultCode.DuplicateMember, TokenDraft.Sign(draft.HeaderJson, twice, draft.Key));
        Refuse(OAuthFaultCode.DuplicateMember, TokenDraft.Sign(draft.HeaderJson, escaped, draft.Key));
    }

    [Fact]
    public void A_header_member_named_twice_is_refused()
    {
        var draft = _provider.IdToken();
        var twice = draft.HeaderJson.Replace("{\"alg\"", "{\"alg\":\"none\",\"alg\"", StringComparison.Ordinal);

        Refuse(OAuthFaultCode.DuplicateMember, TokenDraft.Sign(twice, draft.ClaimsJson, draft.Key));
    }

    [Fact]
    public void Deep_claims_are_refused()
    {
        var deep = JsonNode.Parse(new string('[', 30) + new string(']', 30));

        Refuse(OAuthFaultCode.DocumentTooDeep, _provider.IdToken().With("deep", deep));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{")]
    [InlineData("{\"sub\":\"\\uD800\"}")]
    [InlineData("{\"sub\":1} {}")]
    [InlineData("{/* */\"sub\":\"anna\"}")]
    public void Claims_that_are_not_an_object_are_refused(string claims)
    {
        var draft = _provider.IdToken();

        Refuse(OAuthFaultCode.MalformedJson, TokenDraft.Sign(draft.HeaderJson, claims, draft.Key));
    }

    [Theory]
    [InlineData("sub", "1")]
    [InlineData("aud", "[1]")]
    [InlineData("aud", "{}")]
    [InlineData("azp", "[\"keyline\"]")]
    [InlineData("exp", "\"1900000000\"")]
    [InlineData("exp", "1e400")]
    [InlineData("exp", "-1")]
    [InlineData("nbf", "true")]
    [InlineData("nonce", "[\"nonce-of-anna\"]")]
    [InlineData("auth_time", "\"now\"")]
    [InlineData("at_hash", "0")]
    public void A_claim_of_another_type_is_refused(string name, string json) =>
        Refuse(OAuthFaultCode.WrongMemberType, _provider.IdToken().With(name, JsonNode.Parse(json)));

    private void Refuse(OAuthFaultCode code, TokenDraft draft) => Refuse(code, draft.Sign());

    private void Refuse(OAuthFaultCode code, SecretText token) => Refusal.Of(code, _provider.Verify(token));
}
