using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Keyline.OpenId.Documents;
using Keyline.OpenId.Keys;
using Keyline.Testing.OpenId;

namespace Keyline.OpenId.Tests.Keys;

public class KeySetReaderTests
{
    [Fact]
    public void Reads_what_the_writer_wrote()
    {
        var keys = Refusal.None(Read(Document()));

        Assert.Equal([TestKeys.Ec.KeyId, TestKeys.Rsa.KeyId], keys.Keys.Select(key => key.KeyId));
        Assert.Equal(["EC P-256", "RSA 3072"], keys.Keys.Select(key => key.Kind));
        Assert.Empty(keys.Ignored);
    }

    [Fact]
    public void Computes_the_thumbprint_of_RFC_7638()
    {
        // The example of section 3.1.
        const string Modulus = "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3"
            + "oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw";
        var parameters = new RSAParameters { Modulus = Base64Url.DecodeFromChars(Modulus), Exponent = [1, 0, 1] };

        Assert.Equal("NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs", KeyThumbprint.Of(parameters));
    }

    [Theory]
    [InlineData("use", "enc", "use")]
    [InlineData("alg", "HS256", "alg")]
    [InlineData("alg", "RS256", "not one of EC")]
    [InlineData("kty", "OKP", "kty")]
    [InlineData("crv", "secp256k1", "curve")]
    [InlineData("x", "AAAA", "32 bytes")]
    [InlineData("x", "not base64!", "base64url")]
    [InlineData("x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "not on P-256")]
    [InlineData("kid", "", "kid")]
    public void Ignores_a_key_that_cannot_be_used_and_says_why(string name, string value, string why)
    {
        var keys = Refusal.None(Read(Document(document => document["keys"]![0]![name] = value)));

        Assert.Equal(TestKeys.Rsa.KeyId, Assert.Single(keys.Keys).KeyId);
        Assert.Contains(why, Assert.Single(keys.Ignored).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Ignores_a_key_for_other_operations()
    {
        var keys = Refusal.None(Read(Document(document => document["keys"]![0]!["key_ops"] = new JsonArray("encrypt"))));

        Assert.Single(keys.Ignored);
    }

    [Theory]
    [InlineData(1024)]
    [InlineData(2040)]
    public void Ignores_a_weak_RSA_key_and_refuses_its_signatures(int bits)
    {
        using var rsa = RSA.Create(bits);
        var keys = Refusal.None(Read(Document(document => document["keys"]![1]!["n"] =
            Base64Url.EncodeToString(rsa.ExportParameters(false).Modulus))));

        Refusal.Of(OAuthFaultCode.UnusableKey, keys.Find(TestKeys.Rsa.KeyId, SignatureAlgorithm.RS256));
    }

    [Theory]
    [InlineData("AQ")]
    [InlineData("Ag")]
    [InlineData("AAAA")]
    [InlineData("AQAAAAE")]
    public void Ignores_an_RSA_key_with_a_bad_exponent(string exponent)
    {
        var keys = Refusal.None(Read(Document(document => document["keys"]![1]!["e"] = exponent)));

        Assert.Contains("exponent", Assert.Single(keys.Ignored).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_a_set_that_gives_a_private_key_away() =>
        Refusal.Of(OAuthFaultCode.PrivateKeyPublished, Read(Document(document => document["keys"]![0]!["d"] = "AAAA")));

    [Fact]
    public void Refuses_a_set_with_a_symmetric_key() => Refusal.Of(OAuthFaultCode.PrivateKeyPublished,
        Read(Document(document => document["keys"]!.AsArray().Add(new JsonObject { ["kty"] = "oct", ["k"] = "AAAA", ["kid"] = "shared" }))));

    [Fact]
    public void Refuses_two_different_keys_under_one_kid() => Refusal.Of(OAuthFaultCode.DuplicateKeyId,
        Read(Document(document => document["keys"]![1]!["kid"] = TestKeys.Ec.KeyId)));

    [Fact]
    public void Takes_the_same_key_twice_for_one()
    {
        var keys = Refusal.None(Read(Document(document => document["keys"]!.AsArray().Add(document["keys"]![0]!.DeepClone()))));

        Assert.Equal(2, keys.Keys.Count);
    }

    [Fact]
    public void Refuses_a_set_without_a_usable_key() =>
        Refusal.Of(OAuthFaultCode.NoUsableKey, Read("""{"keys":[{"kty":"OKP","crv":"Ed25519","x":"AAAA"}]}"""));

    [Fact]
    public void Refuses_more_keys_than_the_limit() => Refusal.Of(OAuthFaultCode.TooManyKeys,
        Read($$"""{"keys":[{{string.Join(',', Enumerable.Repeat("{}", 65))}}]}"""));

    [Fact]
    public void Refuses_a_document_without_keys() => Refusal.Of(OAuthFaultCode.MissingMember, Read("""{"key":[]}"""));

    [Fact]
    public void Refuses_a_key_that_is_no_object() => Refusal.Of(OAuthFaultCode.WrongMemberType, Read("""{"keys":["key"]}"""));

    [Fact]
    public void Refuses_a_huge_document() =>
        Refusal.Of(OAuthFaultCode.DocumentTooLarge, Read(Document() + new string(' ', 256 * 1024)));

    [Fact]
    public void Does_not_guess_among_several_keys()
    {
        using var second = SigningKey.Generate(SignatureAlgorithm.ES256);
        var keys = Refusal.None(Read(KeySetWriter.Write([TestKeys.Ec, second])));

        Refusal.Of(OAuthFaultCode.AmbiguousKey, keys.Find(null, SignatureAlgorithm.ES256));
        Refusal.Of(OAuthFaultCode.UnknownKey, keys.Find(null, SignatureAlgorithm.RS256));
    }

    private static string Document(Action<JsonObject>? change = null)
    {
        var document = JsonNode.Parse(TestProvider.KeySetJson)!.AsObject();
        change?.Invoke(document);
        return document.ToJsonString();
    }

    private static Result<KeySet, OAuthFault> Read(string json) => KeySetReader.Read(json, DocumentLimits.Standard);
}
