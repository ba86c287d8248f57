using System.Security.Cryptography;
using System.Security.Cryptography.Xml;
using System.Text;
using Keyline.Saml.Signatures;
using Keyline.Saml.Verification;
using Keyline.Testing.Saml;

namespace Keyline.Saml.Tests.Verification;

/// <summary>Signatures that are missing, weak, foreign or built otherwise than SAML's profile of them.</summary>
public class SignatureAttackTests
{
    private const string RsaSha256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";

    private static readonly SamlResponse _valid = SamlResponses.Valid() with { SignResponse = false };

    [Fact]
    public void Nothing_is_signed() => Is(SamlFaultCode.NotSigned, _valid with { SignAssertion = false });

    [Theory]
    [InlineData(SignaturePolicy.Assertion, false, true)]
    [InlineData(SignaturePolicy.Response, true, false)]
    [InlineData(SignaturePolicy.Both, true, false)]
    [InlineData(SignaturePolicy.Both, false, true)]
    public void Less_is_signed_than_the_connection_asks(SignaturePolicy policy, bool assertion, bool response)
    {
        var idp = SamlResponses.Idp with { SignaturePolicy = policy };

        Assert.Equal(SamlFaultCode.NotSigned, (_valid with { SignAssertion = assertion, SignResponse = response }).Refusal(idp: idp));
        Assert.Null(SamlResponses.Valid().Refusal(idp: idp));
    }

    [Fact]
    public void One_signature_of_two_is_wrong()
    {
        Is(SamlFaultCode.WrongSignature, SamlResponses.Valid() with { Afterwards = xml => BreakSignature(xml, 0) });
        Is(SamlFaultCode.DigestMismatch, SamlResponses.Valid() with { Afterwards = xml => BreakSignature(xml, 1) });
        Is(SamlFaultCode.WrongSignature, SamlResponses.Valid() with { AfterAssertion = xml => BreakSignature(xml, 0) });
    }

    [Fact]
    public void Somebody_else_signed_and_sent_their_certificate_along() =>
        Is(SamlFaultCode.UnknownKey, _valid with { Certificate = SamlTestKeys.Stranger });

    [Fact]
    public void Somebody_else_signed_and_sent_the_trusted_certificate_along() => Is(
        SamlFaultCode.WrongSignature,
        _valid with
        {
            Certificate = SamlTestKeys.Stranger,
            AssertionSigning = signed => signed.KeyInfo = new KeyInfo(),
        });

    [Fact]
    public void Somebody_else_signed_and_sent_a_bare_key_along() => Is(
        SamlFaultCode.WrongSignature,
        _valid with
        {
            Certificate = SamlTestKeys.Stranger,
            AssertionSigning = signed =>
            {
                signed.KeyInfo = new KeyInfo();
                signed.KeyInfo.AddClause(new RSAKeyValue((RSA)signed.SigningKey!)); // Set by the one who signs.
            },
        });

    [Fact]
    public void The_key_in_the_message_is_never_used_even_when_there_is_no_other() => Assert.Equal(
        SamlFaultCode.UnknownKey, _valid.Refusal(idp: SamlResponses.Idp with { SigningKeys = [] }));

    [Fact]
    public void Either_of_two_keys_while_they_change()
    {
        var rotating = SamlResponses.Idp with
        {
            SigningKeys = [SamlTestKeys.Public(SamlTestKeys.IdentityProviderNext), .. SamlResponses.Idp.SigningKeys],
        };

        Assert.Null(_valid.Refusal(idp: rotating));
        Assert.Null((_valid with { Certificate = SamlTestKeys.IdentityProviderNext }).Refusal(idp: rotating));
    }

    [Fact]
    public void Sha1_signatures() => Is(
        SamlFaultCode.ForbiddenAlgorithm, _valid with { AssertionSigning = signed => signed.SignedInfo!.SignatureMethod = SignedXml.XmlDsigRSASHA1Url });

    [Fact]
    public void Sha1_digests() => Is(
        SamlFaultCode.ForbiddenAlgorithm,
        _valid with { AssertionSigning = signed => ((Reference)signed.SignedInfo!.References[0]!).DigestMethod = SignedXml.XmlDsigSHA1Url });

    [Fact]
    public void Hmac_with_the_public_key_as_the_secret()
    {
        const string hmac = "http://www.w3.org/2001/04/xmldsig-more#hmac-sha256";
        var xml = _valid.ToXml().Replace(RsaSha256, hmac, StringComparison.Ordinal);
        var start = xml.IndexOf("<SignatureValue>", StringComparison.Ordinal) + "<SignatureValue>".Length;
        var end = xml.IndexOf("</SignatureValue>", StringComparison.Ordinal);
        var mac = HMACSHA256.HashData(SamlTestKeys.IdentityProvider.PublicKey.ExportSubjectPublicKeyInfo(), Encoding.UTF8.GetBytes(xml[..start]));

        Assert.Equal(SamlFaultCode.ForbiddenAlgorithm, Verdicts.RefusalOfXml(xml[..start] + Convert.ToBase64String(mac) + xml[end..]));
    }

    [Theory]
    [InlineData("http://www.w3.org/2000/09/xmldsig#dsa-sha1")]
    [InlineData("http://www.w3.org/2000/09/xmldsig#hmac-sha1")]
    [InlineData("none")]
    [InlineData("")]
    public void Any_other_algorithm(string algorithm) => IsAfter(SamlFaultCode.ForbiddenAlgorithm, RsaSha256, algorithm);

    [Fact]
    public void An_elliptic_algorithm_for_an_rsa_key() =>
        IsAfter(SamlFaultCode.WrongSignature, RsaSha256, "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256");

    [Fact]
    public void An_xslt_transform() => WithTransform(new XmlDsigXsltTransform());

    [Fact]
    public void An_xpath_transform() => IsAfter(
        SamlFaultCode.ForbiddenTransform,
        "<Transform Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\" />",
        "<Transform Algorithm=\"http://www.w3.org/TR/1999/REC-xpath-19991116\"><XPath>not(ancestor-or-self::evil)</XPath></Transform>");

    [Fact]
    public void A_base64_transform() => WithTransform(new XmlDsigBase64Transform());

    [Fact]
    public void One_transform_more() => WithTransform(new XmlDsigExcC14NTransform());

    [Fact]
    public void The_enveloped_transform_alone() => Is(
        SamlFaultCode.ForbiddenTransform,
        _valid with
        {
            AssertionSigning = signed =>
                ((Reference)signed.SignedInfo!.References[0]!).TransformChain = Chain(new XmlDsigEnvelopedSignatureTransform()),
        });

    [Fact]
    public void The_enveloped_transform_last() => Is(
        SamlFaultCode.ForbiddenTransform,
        _valid with
        {
            AssertionSigning = signed => ((Reference)signed.SignedInfo!.References[0]!).TransformChain =
                Chain(new XmlDsigExcC14NTransform(), new XmlDsigEnvelopedSignatureTransform()),
        });

    [Fact]
    public void A_long_list_of_prefixes() => IsAfter(
        SamlFaultCode.ForbiddenTransform,
        "<Transform Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\" />",
        $"<Transform Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\"><i:InclusiveNamespaces xmlns:i=\"http://www.w3.org/2001/10/xml-exc-c14n#\" PrefixList=\"{string.Concat(Enumerable.Repeat("a ", 1000))}\"/></Transform>");

    [Theory]
    [InlineData("http://www.w3.org/TR/2001/REC-xml-c14n-20010315")]
    [InlineData("http://www.w3.org/2001/10/xml-exc-c14n#WithComments")]
    [InlineData("urn:none")]
    public void Another_canonicalization(string algorithm) => IsAfter(
        SamlFaultCode.ForbiddenTransform,
        "<CanonicalizationMethod Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\"", $"<CanonicalizationMethod Algorithm=\"{algorithm}\"");

    [Theory]
    [InlineData("")]
    [InlineData("#")]
    [InlineData("#_response1")]
    [InlineData("#xpointer(/)")]
    [InlineData("#xpointer(id('_assertion1'))")]
    [InlineData("_assertion1")]
    [InlineData("https://evil.example/#_assertion1")]
    public void A_reference_to_something_else(string target) =>
        IsAfter(SamlFaultCode.WrongReference, "URI=\"#_assertion1\"", $"URI=\"{target}\"");

    [Fact]
    public void A_reference_without_an_address() => IsAfter(SamlFaultCode.WrongReference, " URI=\"#_assertion1\"", "");

    [Fact]
    public void A_reference_to_the_whole_document_that_verifies() => Is(
        SamlFaultCode.WrongReference,
        _valid with { AssertionSigning = signed => ((Reference)signed.SignedInfo!.References[0]!).Uri = "" });

    [Fact]
    public void Two_references() => Is(
        SamlFaultCode.WrongReference,
        _valid with
        {
            AssertionSigning = signed =>
            {
                var second = new Reference("#_assertion1") { DigestMethod = SignedXml.XmlDsigSHA256Url };
                second.AddTransform(new XmlDsigEnvelopedSignatureTransform());
                second.AddTransform(new XmlDsigExcC14NTransform());
                signed.AddReference(second);
            },
        });

    [Fact]
    public void No_reference() => Is(SamlFaultCode.MalformedSignature, _valid with
    {
        AfterAssertion = xml => Cut(xml, "<Reference ", "</Reference>"),
    });

    [Fact]
    public void No_signature_value() => Is(SamlFaultCode.MalformedSignature, _valid with
    {
        AfterAssertion = xml => Cut(xml, "<SignatureValue>", "</SignatureValue>"),
    });

    [Fact]
    public void An_object_in_the_signature() =>
        IsAfter(SamlFaultCode.MalformedSignature, "</KeyInfo>", "</KeyInfo><Object>anything</Object>");

    [Fact]
    public void The_assertion_was_changed() => IsAfter(SamlFaultCode.DigestMismatch, ">user-1<", ">admin<");

    [Fact]
    public void An_attribute_was_changed() => IsAfter(SamlFaultCode.DigestMismatch, ">phones<", ">admins<");

    [Fact]
    public void The_digest_was_made_to_fit()
    {
        var evil = (_valid with { NameId = "<saml:NameID>admin</saml:NameID>" }).ToXml();
        var valid = _valid.ToXml();

        Assert.Equal(SamlFaultCode.WrongSignature, Verdicts.RefusalOfXml(valid
            .Replace(Between(valid, "<DigestValue>", "<"), Between(evil, "<DigestValue>", "<"), StringComparison.Ordinal)));
    }

    [Fact]
    public void The_order_of_checks_never_lets_an_unsigned_name_out()
    {
        var outcome = (_valid with { SignAssertion = false }).Verify();

        Assert.Null(outcome.Result.Value);
    }

    [Fact]
    public void Prefixes_that_the_signature_includes_are_honoured() => Is(null, _valid with
    {
        AssertionSigning = signed => ((Reference)signed.SignedInfo!.References[0]!).TransformChain =
            Chain(new XmlDsigEnvelopedSignatureTransform(), new XmlDsigExcC14NTransform("xs xsi #default")),
    });

    [Theory]
    [InlineData("http://www.w3.org/2001/04/xmldsig-more#rsa-sha384", "http://www.w3.org/2001/04/xmldsig-more#sha384")]
    [InlineData("http://www.w3.org/2001/04/xmldsig-more#rsa-sha512", "http://www.w3.org/2001/04/xmlenc#sha512")]
    public void Longer_digests_are_accepted(string signature, string digest) => Is(null, _valid with
    {
        AssertionSigning = signed =>
        {
            signed.SignedInfo!.SignatureMethod = signature;
            ((Reference)signed.SignedInfo.References[0]!).DigestMethod = digest;
        },
    });

    [Fact]
    public void Weak_keys_are_not_read()
    {
        Assert.Equal(SamlFaultCode.WeakKey, VerificationKey.Read(SamlTestKeys.Rsa("weak", 1024).RawData).Fault?.Code);
        Assert.Equal(SamlFaultCode.UnusableCertificate, VerificationKey.Read("AAAA").Fault?.Code);
        Assert.Equal(SamlFaultCode.UnusableCertificate, VerificationKey.Read("not a certificate").Fault?.Code);
    }

    private static void WithTransform(Transform transform) => Is(SamlFaultCode.ForbiddenTransform, _valid with
    {
        AfterAssertion = xml => xml.Replace(
            "</Transforms>", $"<Transform Algorithm=\"{transform.Algorithm}\"/></Transforms>", StringComparison.Ordinal),
    });

    private static TransformChain Chain(params Transform[] transforms)
    {
        var chain = new TransformChain();
        foreach (var transform in transforms)
        {
            chain.Add(transform);
        }

        return chain;
    }

    private static string BreakSignature(string xml, int which)
    {
        var at = -1;
        for (var i = 0; i <= which; i++)
        {
            at = xml.IndexOf("<SignatureValue>", at + 1, StringComparison.Ordinal);
        }

        at += "<SignatureValue>".Length + 20;
        return xml[..at] + (xml[at] == 'A' ? 'B' : 'A') + xml[(at + 1)..];
    }

    private static string Cut(string xml, string from, string to) =>
        xml[..xml.IndexOf(from, StringComparison.Ordinal)] + xml[(xml.IndexOf(to, StringComparison.Ordinal) + to.Length)..];

    private static string Between(string xml, string from, string to)
    {
        var start = xml.IndexOf(from, StringComparison.Ordinal) + from.Length;
        return xml[start..xml.IndexOf(to, start, StringComparison.Ordinal)];
    }

    private static void IsAfter(SamlFaultCode code, string from, string to)
    {
        var valid = _valid.ToXml();
        Assert.Null(Verdicts.RefusalOfXml(valid));
        var attacked = valid.Replace(from, to, StringComparison.Ordinal);
        Assert.NotEqual(valid, attacked);

        Assert.Equal(code, Verdicts.RefusalOfXml(attacked));
    }

    private static void Is(SamlFaultCode? expected, SamlResponse response) => Assert.Equal(expected, response.Refusal());
}
