using System.Xml;

namespace Keyline.Saml.Tests.Verification;

/// <summary>Signature wrapping in every permutation known: the signed part is kept somewhere, and another is to be believed.</summary>
public class SignatureWrappingTests
{
    private const string Protocol = "urn:oasis:names:tc:SAML:2.0:protocol";
    private const string Assertion = "urn:oasis:names:tc:SAML:2.0:assertion";

    [Fact]
    public void Xsw1_the_signed_response_inside_the_signature_of_an_evil_one() => Refused(
        SamlFaultCode.MisplacedElement, Wrapping.OnResponse(parts =>
        {
            var evil = parts.Evil(parts.Response);
            var signature = Wrapping.Signature(parts.Response);
            parts.ReplaceRoot(evil);
            parts.Response.RemoveChild(signature);
            signature.AppendChild(parts.Response);
            evil.InsertAfter(signature, evil.FirstChild);
        }));

    [Fact]
    public void Xsw2_the_signed_response_before_the_signature_of_an_evil_one() => Refused(
        SamlFaultCode.MisplacedElement, Wrapping.OnResponse(parts =>
        {
            var evil = parts.Evil(parts.Response);
            var signature = Wrapping.Signature(parts.Response);
            parts.ReplaceRoot(evil);
            parts.Response.RemoveChild(signature);
            evil.InsertAfter(signature, evil.FirstChild);
            evil.InsertAfter(parts.Response, evil.FirstChild);
        }));

    [Fact]
    public void Xsw3_an_evil_assertion_before_the_signed_one() => Refused(
        SamlFaultCode.SeveralAssertions,
        Wrapping.OnAssertion(parts => parts.Response.InsertBefore(parts.Evil(parts.Assertion), parts.Assertion)));

    [Fact]
    public void Xsw3_an_evil_assertion_after_the_signed_one() => Refused(
        SamlFaultCode.SeveralAssertions,
        Wrapping.OnAssertion(parts => parts.Response.InsertAfter(parts.Evil(parts.Assertion), parts.Assertion)));

    [Fact]
    public void Xsw4_the_signed_assertion_inside_an_evil_one() => Refused(
        SamlFaultCode.MisplacedElement, Wrapping.OnAssertion(parts =>
        {
            var evil = parts.Evil(parts.Assertion);
            parts.Response.ReplaceChild(evil, parts.Assertion);
            evil.AppendChild(parts.Assertion);
        }));

    [Fact]
    public void Xsw5_the_signature_in_an_evil_assertion_and_the_signed_one_after_it() => Refused(
        SamlFaultCode.SeveralAssertions, Wrapping.OnAssertion(parts =>
        {
            var evil = parts.Evil(parts.Assertion);
            MoveSignature(parts.Assertion, evil);
            parts.Response.InsertBefore(evil, parts.Assertion);
        }));

    [Fact]
    public void Xsw6_the_signed_assertion_inside_the_signature_of_an_evil_one() => Refused(
        SamlFaultCode.MisplacedElement, Wrapping.OnAssertion(parts =>
        {
            var evil = parts.Evil(parts.Assertion);
            parts.Response.ReplaceChild(evil, parts.Assertion);
            MoveSignature(parts.Assertion, evil).AppendChild(parts.Assertion);
        }));

    [Fact]
    public void Xsw7_an_evil_assertion_inside_extensions() => Refused(
        SamlFaultCode.MisplacedElement, Wrapping.OnAssertion(parts =>
        {
            var extensions = parts.Element("samlp:Extensions", Protocol);
            extensions.AppendChild(parts.Evil(parts.Assertion));
            parts.Response.InsertBefore(extensions, parts.Assertion);
        }));

    [Fact]
    public void Xsw8_the_signed_assertion_inside_an_object_of_the_signature() => Refused(
        SamlFaultCode.MisplacedElement, Wrapping.OnAssertion(parts =>
        {
            var evil = parts.Evil(parts.Assertion);
            parts.Response.ReplaceChild(evil, parts.Assertion);
            var container = parts.SignatureObject();
            MoveSignature(parts.Assertion, evil).AppendChild(container);
            container.AppendChild(parts.Assertion);
        }));

    [Theory]
    [InlineData("samlp:Extensions", Protocol)]
    [InlineData("samlp:StatusDetail", Protocol)]
    [InlineData("saml:Advice", Assertion)]
    [InlineData("saml:AttributeValue", Assertion)]
    [InlineData("saml:SubjectConfirmationData", Assertion)]
    [InlineData("x", "urn:x")]
    public void The_signed_assertion_put_aside_into_anything(string name, string @namespace) => Refused(
        SamlFaultCode.MisplacedElement, Wrapping.OnAssertion(parts =>
        {
            var evil = parts.Evil(parts.Assertion);
            var signature = (XmlElement)Wrapping.Signature(parts.Assertion).CloneNode(true);
            parts.Response.ReplaceChild(evil, parts.Assertion);
            evil.InsertAfter(signature, evil.FirstChild);
            var aside = parts.Element(name, @namespace);
            parts.Assertion.RemoveChild(Wrapping.Signature(parts.Assertion));
            aside.AppendChild(parts.Assertion);
            evil.AppendChild(aside);
        }));

    [Fact]
    public void An_evil_assertion_under_the_same_id() => Refused(
        SamlFaultCode.DuplicateId,
        Wrapping.OnAssertion(parts => parts.Response.InsertBefore(parts.Evil(parts.Assertion, "_assertion1"), parts.Assertion)));

    [Fact]
    public void An_evil_assertion_with_the_signature_of_another_under_its_id() => Refused(
        SamlFaultCode.DigestMismatch, Wrapping.OnAssertion(parts =>
        {
            var evil = parts.Evil(parts.Assertion, "_assertion1");
            parts.Response.ReplaceChild(evil, parts.Assertion);
            MoveSignature(parts.Assertion, evil);
        }));

    [Fact]
    public void An_evil_assertion_with_a_signature_that_refers_to_the_response() => Refused(
        SamlFaultCode.WrongReference, Wrapping.OnResponse(parts =>
        {
            var signature = (XmlElement)Wrapping.Signature(parts.Response).CloneNode(true);
            parts.Response.RemoveChild(Wrapping.Signature(parts.Response));
            parts.Assertion.InsertAfter(signature, parts.Assertion.FirstChild);
        }));

    [Fact]
    public void A_signature_over_the_assertion_in_the_place_of_the_response_s() => Refused(
        SamlFaultCode.WrongReference, Wrapping.OnAssertion(parts => MoveSignature(parts.Assertion, parts.Response)));

    [Fact]
    public void A_second_signature_in_the_assertion() => Refused(
        SamlFaultCode.MisplacedSignature, Wrapping.OnAssertion(parts =>
            parts.Assertion.AppendChild(Wrapping.Signature(parts.Assertion).CloneNode(true))));

    [Fact]
    public void A_signature_at_the_end_of_the_assertion() => Refused(
        SamlFaultCode.MisplacedSignature, Wrapping.OnAssertion(parts =>
            parts.Assertion.AppendChild(Wrapping.Signature(parts.Assertion))));

    [Fact]
    public void A_signature_before_the_issuer() => Refused(
        SamlFaultCode.MisplacedSignature, Wrapping.OnAssertion(parts =>
            parts.Assertion.InsertBefore(Wrapping.Signature(parts.Assertion), parts.Assertion.FirstChild)));

    [Fact]
    public void A_signature_in_the_status() => Refused(
        SamlFaultCode.MisplacedSignature, Wrapping.OnResponse(parts =>
            Wrapping.Child(parts.Response, "Status").AppendChild(Wrapping.Signature(parts.Response))));

    [Fact]
    public void The_assertion_of_another_response_under_the_signature_of_this_one() => Refused(
        SamlFaultCode.DigestMismatch, Wrapping.OnResponse(parts =>
            parts.Response.ReplaceChild(parts.Evil(parts.Assertion), parts.Assertion)));

    [Fact]
    public void A_response_inside_the_response() => Refused(
        SamlFaultCode.MisplacedElement, Wrapping.OnAssertion(parts =>
        {
            var inner = parts.Element("samlp:Response", Protocol);
            parts.Response.InsertAfter(inner, parts.Response.FirstChild);
        }));

    [Fact]
    public void A_stranger_among_the_children_of_the_response() => Refused(
        SamlFaultCode.UnexpectedElement, Wrapping.OnAssertion(parts =>
            parts.Response.AppendChild(parts.Element("saml:Subject", Assertion))));

    [Fact]
    public void An_evil_assertion_with_both_signatures_around_it_broken() => Refused(
        SamlFaultCode.DigestMismatch, Wrapping.OnBoth(parts =>
        {
            var evil = parts.Evil(parts.Assertion, "_assertion1");
            parts.Response.ReplaceChild(evil, parts.Assertion);
            MoveSignature(parts.Assertion, evil);
        }));

    private static XmlElement MoveSignature(XmlElement from, XmlElement to)
    {
        var signature = Wrapping.Signature(from);
        from.RemoveChild(signature);
        to.InsertAfter(signature, to.FirstChild);
        return signature;
    }

    private static void Refused(SamlFaultCode expected, SamlFaultCode? came) => Assert.Equal(expected, came);
}
