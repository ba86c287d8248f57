using Keyline.Saml.Encryption;
using Keyline.Saml.Reading;
using Keyline.Saml.Signatures;

namespace Keyline.Saml.Verification;

/// <content>Which signatures there are, whether they verify, and what they cover.</content>
internal sealed partial class ResponseCheck
{
    private bool _wasEncrypted;

    private DecryptionOptions Decryption => new(sp.DecryptionKeys, idp.InsecureAllowCbc, sp.Limits, message.Tree.Identifiers);

    // Core 3.3.3 and 5.4: exactly one assertion, a child of the response; signatures right after the Issuer of what they sign.
    private bool Structure()
    {
        var assertions = 0;
        for (var element = _response.Following(_response); element is not null; element = element.Following(_response))
        {
            if (element.LocalName is "Assertion" or "EncryptedAssertion" && element.Namespace == Names.Assertion)
            {
                if (!ReferenceEquals(element.Parent, _response))
                {
                    return Fail(CheckName.Structure, SamlFaultCode.MisplacedElement, "the assertion as a child of the response", Path(element));
                }

                assertions++;
            }
            else if (element.Is(Names.Signature, "Signature") && !IsInPlace(element))
            {
                return Fail(
                    CheckName.Structure, SamlFaultCode.MisplacedSignature, "signatures right after the Issuer of response or assertion", Path(element));
            }
            else if (element.Is(Names.Protocol, "Response"))
            {
                return Fail(CheckName.Structure, SamlFaultCode.MisplacedElement, "one response", Path(element));
            }
            else if (ReferenceEquals(element.Parent, _response) && !IsKnownChild(element))
            {
                return Fail(CheckName.Structure, SamlFaultCode.UnexpectedElement, "what the schema has in a response", Path(element));
            }
        }

        return assertions switch
        {
            0 => Fail(CheckName.Structure, SamlFaultCode.NoAssertion, "one assertion", "none"),
            1 => Pass(CheckName.Structure, "one assertion, signatures in their places", "so"),
            _ => Fail(CheckName.Structure, SamlFaultCode.SeveralAssertions, "one assertion", $"{assertions}"),
        };
    }

    private static bool IsKnownChild(XmlElement element) =>
        element.Is(Names.Assertion, "Issuer") || element.Is(Names.Signature, "Signature")
        || element.Is(Names.Protocol, "Extensions") || element.Is(Names.Protocol, "Status");

    private bool IsInPlace(XmlElement signature) =>
        signature.Parent is { } parent
        && (ReferenceEquals(parent, _response) || (ReferenceEquals(parent.Parent, _response) && parent.Is(Names.Assertion, "Assertion")))
        && parent.FirstElement is { } issuer && issuer.Is(Names.Assertion, "Issuer") && ReferenceEquals(issuer.NextElement, signature);

    private SignedElement? Covered(Canonicalizer canonicalizer)
    {
        SignedElement? response = null;
        if (SignatureVerifier.Find(_response) is null)
        {
            Skip(CheckName.ResponseSignature, "a signature that verifies, if there is one", "none");
        }
        else if (!Verify(CheckName.ResponseSignature, _response, canonicalizer, out response))
        {
            return null;
        }

        if (Assertion(response is not null) is not { } assertion)
        {
            return null;
        }

        SignedElement? own = null;
        if (SignatureVerifier.Find(assertion) is null)
        {
            Skip(CheckName.AssertionSignature, "a signature that verifies, if there is one", "none");
        }
        else if (!Verify(CheckName.AssertionSignature, assertion, canonicalizer, out own))
        {
            return null;
        }

        return Policy(response is not null, own is not null) ? own ?? response?.Within(assertion) : null;
    }

    private XmlElement? Assertion(bool covered)
    {
        if (_response.Child(Names.Assertion, "Assertion") is { } plain)
        {
            Skip(CheckName.Decryption, "an assertion that can be read", "it is not encrypted");
            return plain;
        }

        var encrypted = _response.Child(Names.Assertion, "EncryptedAssertion");
        if (encrypted is null)
        {
            Fail(CheckName.Decryption, SamlFaultCode.NoAssertion, "one assertion", "none");
            return null;
        }

        var decrypted = ElementDecryptor.Decrypt(encrypted, Decryption);
        if (!decrypted.Ok)
        {
            Fail(CheckName.Decryption, decrypted.Fault);
            return null;
        }

        return DecryptedAssertion(decrypted.Value, covered);
    }

    private XmlElement? DecryptedAssertion(DecryptedElement decrypted, bool covered)
    {
        // AES-CBC lets a stranger change the text, and our answers would tell what it decrypts to. Until a signature is known to
        // be good there is one answer only.
        _veiled = decrypted.IsMalleable && !covered;
        _wasEncrypted = true;
        var assertion = decrypted.Element;
        if (!assertion.Is(Names.Assertion, "Assertion"))
        {
            Fail(CheckName.Decryption, SamlFaultCode.UnexpectedElement, "an encrypted Assertion", assertion.FullName);
            return null;
        }

        for (var element = assertion.Following(assertion); element is not null; element = element.Following(assertion))
        {
            var isSignature = element.Is(Names.Signature, "Signature");
            if ((isSignature && !ReferenceEquals(element, assertion.FirstElement?.NextElement))
                || element.Is(Names.Assertion, "Assertion") || element.Is(Names.Assertion, "EncryptedAssertion"))
            {
                Fail(
                    CheckName.Decryption, isSignature ? SamlFaultCode.MisplacedSignature : SamlFaultCode.MisplacedElement,
                    "one assertion with its signature right after the Issuer", element.FullName);
                return null;
            }
        }

        Pass(CheckName.Decryption, "an assertion that can be read", "decrypted");
        return assertion;
    }

    private bool Verify(CheckName check, XmlElement element, Canonicalizer canonicalizer, out SignedElement? signed)
    {
        signed = null;
        var verified = SignatureVerifier.Verify(element, idp.SigningKeys, canonicalizer);
        if (!verified.Ok)
        {
            return Fail(check, verified.Fault);
        }

        signed = verified.Value;
        _veiled = false;
        return Pass(check, "a signature by a trusted key", signed.Key.Thumbprint);
    }

    private bool Policy(bool responseSigned, bool assertionSigned)
    {
        var met = idp.SignaturePolicy switch
        {
            SignaturePolicy.Either => responseSigned || assertionSigned,
            SignaturePolicy.Assertion => assertionSigned,
            SignaturePolicy.Response => responseSigned,
            _ => responseSigned && assertionSigned,
        };
        var (wanted, came) = (idp.SignaturePolicy.ToString(), (responseSigned, assertionSigned) switch
        {
            (true, true) => "both signed",
            (true, false) => "the response signed",
            (false, true) => "the assertion signed",
            _ => "neither signed",
        });
        return met
            ? Pass(CheckName.SignaturePolicy, wanted, came)
            : Fail(CheckName.SignaturePolicy, SamlFaultCode.NotSigned, $"signed: {wanted}", came);
    }

    private static string Path(XmlElement element)
    {
        var path = element.LocalName;
        for (var parent = element.Parent; parent is not null; parent = parent.Parent)
        {
            path = $"{parent.LocalName}/{path}";
        }

        return path;
    }
}
