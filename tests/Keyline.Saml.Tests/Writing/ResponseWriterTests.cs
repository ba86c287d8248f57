using System.Security.Cryptography.Xml;
using System.Text;
using System.Xml;
using Keyline.Saml.Messages;
using Keyline.Saml.Verification;
using Keyline.Saml.Writing;
using Keyline.Testing.Saml;

namespace Keyline.Saml.Tests.Writing;

public class ResponseWriterTests
{
    [Theory]
    [InlineData(true, true, false)]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    [InlineData(true, true, true)]
    [InlineData(true, false, true)]
    [InlineData(false, true, true)]
    public void What_we_issue_is_what_we_would_accept(bool signAssertion, bool signResponse, bool encrypt)
    {
        var form = Issue(new ResponseProtection(SamlMessages.IdpKey)
        {
            SignAssertion = signAssertion,
            SignResponse = signResponse,
            EncryptFor = encrypt ? SamlTestKeys.ServiceProvider.PublicKey : null,
        });

        var outcome = ResponseVerifier.Verify(
            form.Fields[0].Value, SamlResponses.Sp, SamlResponses.Idp, SamlResponses.Expected, SamlResponses.Now);

        Assert.True(outcome.Result.Ok, outcome.Result.Fault?.Detail);
        Assert.Equal(encrypt, outcome.Result.Value.WasEncrypted);
        Assert.Equal("user-1", outcome.Result.Value.NameId.Value);
        Assert.Equal("Ünïcode <&> \"quotes\"\n\ttab 😀", outcome.Result.Value.Attributes[0].Values[0]);
        Assert.Equal(AuthnContexts.Password, outcome.Result.Value.AuthnContext);
        Assert.Equal("RelayState", form.Fields[1].Key);
    }

    [Fact]
    public void The_framework_verifies_both_of_our_signatures()
    {
        var xml = Encoding.UTF8.GetString(Convert.FromBase64String(Issue(new ResponseProtection(SamlMessages.IdpKey)).Fields[0].Value));
        var document = new XmlDocument { PreserveWhitespace = true };
        document.LoadXml(xml);
        var signatures = document.GetElementsByTagName("Signature", SignedXml.XmlDsigNamespaceUrl).Cast<XmlElement>().ToList();

        Assert.Equal(2, signatures.Count);
        foreach (var signature in signatures)
        {
            var signed = new IdSignedXml((XmlElement)signature.ParentNode!); // A signature of ours has a parent.
            signed.LoadXml(signature);
            Assert.True(signed.CheckSignature(SamlTestKeys.IdentityProvider, true));
        }
    }

    [Fact]
    public void A_refusal_tells_the_status_and_is_signed()
    {
        var response = Response() with { Assertion = null, Status = new SamlStatus(StatusCodes.Responder, StatusCodes.AuthnFailed) };
        var form = ResponseWriter.ToPost(response, new ResponseProtection(SamlMessages.IdpKey), null);

        var outcome = ResponseVerifier.Verify(
            form.Fields[0].Value, SamlResponses.Sp, SamlResponses.Idp, SamlResponses.Expected, SamlResponses.Now);

        Assert.Equal(SamlFaultCode.StatusNotSuccess, outcome.Result.Fault?.Code);
        Assert.Contains(StatusCodes.AuthnFailed, outcome.Result.Fault?.Came, StringComparison.Ordinal);
        Assert.Contains("Signature", Encoding.UTF8.GetString(Convert.FromBase64String(form.Fields[0].Value)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_response_without_any_signature_is_not_written() => Assert.Throws<ArgumentException>(
        () => Issue(new ResponseProtection(SamlMessages.IdpKey) { SignAssertion = false, SignResponse = false }));

    private static Keyline.Saml.Bindings.PostForm Issue(ResponseProtection protection) =>
        ResponseWriter.ToPost(Response(), protection, "token");

    private static IssuedResponse Response() => new()
    {
        IssueInstant = SamlResponses.Now,
        Issuer = SamlResponses.IdpEntityId,
        Destination = SamlResponses.Location,
        InResponseTo = SamlResponses.RequestId,
        Assertion = new IssuedAssertion
        {
            NameId = new NameId { Value = "user-1", Format = NameIdFormats.Persistent },
            Audience = SamlResponses.SpEntityId,
            NotOnOrAfter = SamlResponses.Now.AddMinutes(5),
            Attributes = [new AssertedValues { Name = "display\"Name", Values = ["Ünïcode <&> \"quotes\"\n\ttab 😀"] }],
            AuthnInstant = SamlResponses.Now.AddMinutes(-1),
            AuthnContext = AuthnContexts.Password,
            SessionIndex = "_s",
        },
    };

    private sealed class IdSignedXml(XmlElement element) : SignedXml(element)
    {
        private readonly XmlElement _element = element;

        public override XmlElement? GetIdElement(XmlDocument? document, string idValue) =>
            _element.GetAttribute("ID") == idValue ? _element : null;
    }
}
