using Keyline.Saml.Bindings;
using Keyline.Saml.Verification;
using Keyline.Testing.Saml;

namespace Keyline.Saml.Tests.Encryption;

public class EncryptedAssertionTests
{
    private static readonly IdentityProviderTrust _cbcAllowed = SamlResponses.Idp with { InsecureAllowCbc = true };
    private static readonly SamlResponse _valid = SamlResponses.Valid() with { AfterAssertion = new XmlEncryption().Encrypt };
    private static readonly SamlResponse _onlyInside = _valid with { SignResponse = false };

    [Theory]
    [InlineData(XmlEncryption.Gcm256, XmlEncryption.OaepMgf1P, false, false)]
    [InlineData(XmlEncryption.Gcm128, XmlEncryption.OaepMgf1P, false, true)]
    [InlineData(XmlEncryption.Gcm256, XmlEncryption.Oaep, true, false)]
    [InlineData(XmlEncryption.Gcm256, XmlEncryption.Oaep, false, true)]
    [InlineData(XmlEncryption.Cbc256, XmlEncryption.OaepMgf1P, false, false)]
    [InlineData(XmlEncryption.Cbc128, XmlEncryption.Oaep, true, true)]
    public void Accepts_what_identity_providers_encrypt_with(string cipher, string transport, bool sha256, bool beside)
    {
        var encryption = new XmlEncryption { Cipher = cipher, KeyTransport = transport, Sha256 = sha256, KeyBeside = beside };
        foreach (var valid in new[] { _valid, _onlyInside, _valid with { SignAssertion = false } })
        {
            var outcome = ResponseVerifier.Verify(
                (valid with { AfterAssertion = encryption.Encrypt }).ToBase64(), SamlResponses.Sp, _cbcAllowed, SamlResponses.Expected, SamlResponses.Now);

            Assert.True(outcome.Result.Ok, outcome.Result.Fault?.Detail);
            Assert.True(outcome.Result.Value.WasEncrypted);
            Assert.Equal("user-1", outcome.Result.Value.NameId.Value);
        }
    }

    [Fact]
    public void The_same_message_may_be_verified_again()
    {
        var message = SamlMessageReader.ReadPost(null, _valid.ToBase64(), null, MessageLimits.Message).Get();

        Assert.True(ResponseVerifier.Verify(message, SamlResponses.Sp, SamlResponses.Idp, SamlResponses.Expected, SamlResponses.Now).Result.Ok);
        Assert.True(ResponseVerifier.Verify(message, SamlResponses.Sp, SamlResponses.Idp, SamlResponses.Expected, SamlResponses.Now).Result.Ok);
    }

    [Fact]
    public void Accepts_an_encrypted_name() => Assert.Null((SamlResponses.Valid() with
    {
        NameId = new XmlEncryption { Element = "EncryptedID" }.Encrypt(
            "<saml:NameID xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\">user-1</saml:NameID>"),
    }).Refusal());

    [Fact]
    public void Either_of_two_keys_decrypts()
    {
        using var next = Keyline.Saml.Signatures.CertifiedKey.Create("next", SamlResponses.Now, SamlResponses.Now.AddYears(1));

        Assert.Null(_valid.Refusal(sp: SamlResponses.Sp with { DecryptionKeys = [next, SamlTestKeys.ServiceProvider] }));
        Assert.Equal(SamlFaultCode.DecryptionFailed, _valid.Refusal(sp: SamlResponses.Sp with { DecryptionKeys = [next] }));
        Assert.Equal(SamlFaultCode.NoDecryptionKey, _valid.Refusal(sp: SamlResponses.Sp with { DecryptionKeys = [] }));
    }

    [Theory]
    [InlineData("http://www.w3.org/2001/04/xmlenc#rsa-1_5", XmlEncryption.Gcm256)]
    [InlineData("http://www.w3.org/2001/04/xmlenc#kw-aes256", XmlEncryption.Gcm256)]
    [InlineData(XmlEncryption.OaepMgf1P, "http://www.w3.org/2001/04/xmlenc#tripledes-cbc")]
    [InlineData(XmlEncryption.OaepMgf1P, "urn:cipher:none")]
    public void Refuses_algorithms_that_are_not_listed(string transport, string cipher) => Assert.Equal(
        SamlFaultCode.ForbiddenEncryption,
        (_valid with { AfterAssertion = new XmlEncryption { KeyTransport = transport, Cipher = cipher }.Encrypt }).Refusal(idp: _cbcAllowed));

    [Fact]
    public void Refuses_cbc_unless_the_connection_allows_it() => Assert.Equal(
        SamlFaultCode.ForbiddenEncryption, (_valid with { AfterAssertion = new XmlEncryption { Cipher = XmlEncryption.Cbc256 }.Encrypt }).Refusal());

    [Fact]
    public void Refuses_two_digests_that_the_platform_cannot_mix() => Assert.Equal(
        SamlFaultCode.ForbiddenEncryption,
        (_valid with { AfterAssertion = new XmlEncryption { KeyTransport = XmlEncryption.OaepMgf1P, Sha256 = true }.Encrypt }).Refusal());

    [Fact]
    public void Encryption_replaces_no_signature() => Assert.Equal(
        SamlFaultCode.NotSigned, (_onlyInside with { SignAssertion = false }).Refusal());

    [Fact]
    public void What_is_encrypted_is_checked_like_everything_else()
    {
        Assert.Equal(SamlFaultCode.WrongAudience, (_valid with { Audience = "https://other.example" }).Refusal());
        Assert.Equal(SamlFaultCode.UnknownKey, (_onlyInside with { Certificate = SamlTestKeys.Stranger }).Refusal());
    }

    [Fact]
    public void Refuses_an_assertion_encrypted_twice() => Assert.Equal(
        SamlFaultCode.UnexpectedElement,
        (_onlyInside with { AfterAssertion = xml => new XmlEncryption().Encrypt(new XmlEncryption().Encrypt(xml)) }).Refusal());

    [Fact]
    public void Refuses_something_else_that_was_encrypted() => Assert.Equal(
        SamlFaultCode.UnexpectedElement, (_onlyInside with { AfterAssertion = _ => new XmlEncryption().Encrypt("<x/>") }).Refusal());

    [Fact]
    public void Refuses_an_assertion_hidden_inside_the_encrypted_one() => Assert.Equal(
        SamlFaultCode.MisplacedElement,
        (_onlyInside with
        {
            AfterAssertion = xml => new XmlEncryption().Encrypt(xml.Replace(
                "</saml:AttributeStatement>", "</saml:AttributeStatement><saml:Advice><saml:Assertion/></saml:Advice>", StringComparison.Ordinal)),
        }).Refusal());

    [Fact]
    public void Refuses_an_identifier_of_the_response_again_inside() => Assert.Equal(
        SamlFaultCode.DuplicateId, (_onlyInside with { AssertionId = "_response1" }).Refusal());

    [Fact]
    public void Refuses_an_encrypted_and_a_plain_assertion_together() => Assert.Equal(
        SamlFaultCode.SeveralAssertions, (_onlyInside with { AfterAssertion = xml => new XmlEncryption().Encrypt(xml) + xml }).Refusal());

    [Theory]
    [InlineData("<xenc:CipherValue>", "<xenc:CipherReference>")]
    [InlineData("<xenc:EncryptionMethod Algorithm=\"http://www.w3.org/2009/xmlenc11#aes256-gcm\"/>", "")]
    public void Refuses_data_that_is_built_otherwise(string from, string to) => Assert.Equal(
        SamlFaultCode.MalformedEncryption,
        (_onlyInside with
        {
            AfterAssertion = xml => new XmlEncryption().Encrypt(xml).Replace(from, to, StringComparison.Ordinal)
                .Replace(from.Replace("<", "</", StringComparison.Ordinal), to.Replace("<", "</", StringComparison.Ordinal), StringComparison.Ordinal),
        }).Refusal());

    [Fact]
    public void Every_change_of_gcm_data_fails_in_the_same_words()
    {
        var faults = new[] { 0, 12, 200, -1 }.Select(at => Fault(new XmlEncryption { Change = bytes => Flip(bytes, at) }));

        Assert.Equal([SamlFaultCode.DecryptionFailed], faults.Select(fault => fault?.Code).Distinct());
        Assert.Single(faults.Select(fault => fault?.Detail).Distinct());
    }

    [Fact]
    public void No_change_of_cbc_data_tells_what_went_wrong()
    {
        var encryption = new XmlEncryption { Cipher = XmlEncryption.Cbc256 };
        var outcomes = new[]
        {
            Outcome(encryption with { Change = bytes => Flip(bytes, -17) }), // The padding, most likely.
            Outcome(encryption with { Change = bytes => Flip(bytes, 40) }), // The text, no longer XML.
            Outcome(encryption with { Change = bytes => bytes[..^16] }), // The end is missing.
            Outcome(encryption with { Change = bytes => bytes[..^5] }), // No whole blocks.
            Outcome(encryption with { ChangePlain = _ => "<x/>"u8.ToArray() }), // XML, but no assertion.
            Outcome(encryption with { ChangePlain = _ => System.Text.Encoding.UTF8.GetBytes((_onlyInside with { SignAssertion = false }).AssertionXml()) }),
            Outcome(encryption with { ChangePlain = _ => System.Text.Encoding.UTF8.GetBytes((_onlyInside with { Certificate = SamlTestKeys.Stranger }).AssertionXml()) }),
            Outcome(encryption with { Recipient = SamlTestKeys.Stranger }), // Another key.
        };

        Assert.Equal([SamlFaultCode.DecryptionFailed], outcomes.Select(outcome => outcome.Result.Fault?.Code).Distinct());
        Assert.Single(outcomes.Select(outcome => outcome.Result.Fault?.Detail).Distinct());
        Assert.Single(outcomes.Select(outcome => string.Join('|', outcome.Report.Checks)).Distinct());
    }

    private static SamlFault? Fault(XmlEncryption encryption) => Outcome(encryption).Result.Fault;

    private static ResponseOutcome Outcome(XmlEncryption encryption) => ResponseVerifier.Verify(
        (_onlyInside with { AfterAssertion = encryption.Encrypt }).ToBase64(), SamlResponses.Sp, _cbcAllowed, SamlResponses.Expected, SamlResponses.Now);

    private static byte[] Flip(byte[] bytes, int at)
    {
        bytes[at < 0 ? bytes.Length + at : at] ^= 0x40;
        return bytes;
    }
}
