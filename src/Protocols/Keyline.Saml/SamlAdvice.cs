namespace Keyline.Saml;

/// <summary>What an operator can do about each refusal.</summary>
internal static class SamlAdvice
{
    private const string Attack = "Nothing at the identity provider makes this by itself: treat it as an attack until shown otherwise.";
    private const string Limits = "If this is a real message, the identity provider sends far more than a sign-in needs: send fewer groups or attributes.";
    private const string Product = "The other side's software does not follow the specification here; show its maker this line.";

    public static string For(SamlFaultCode code) => code switch
    {
        SamlFaultCode.WrongParameters or SamlFaultCode.NotBase64 or SamlFaultCode.NotDeflated or SamlFaultCode.NotXml =>
            "The message was damaged on its way or made by hand: try the sign-in again from its start.",
        SamlFaultCode.RelayStateTooLong => "Shorten the RelayState or default deep link configured at the other side.",
        SamlFaultCode.InflatesTooLarge or SamlFaultCode.TooLarge or SamlFaultCode.TooDeep or SamlFaultCode.TooManyElements
            or SamlFaultCode.TooManyAttributes => Limits,
        SamlFaultCode.DocumentType or SamlFaultCode.ProcessingInstruction or SamlFaultCode.CommentInValue or SamlFaultCode.DuplicateId
            or SamlFaultCode.MisplacedElement or SamlFaultCode.MisplacedSignature or SamlFaultCode.SeveralAssertions
            or SamlFaultCode.WrongReference or SamlFaultCode.DigestMismatch or SamlFaultCode.WrongSignature => Attack,
        SamlFaultCode.WrongMessage => "The address was given for another purpose: compare the addresses at the other side with our metadata.",
        SamlFaultCode.UnsupportedVersion => "Choose SAML 2.0 at the other side.",
        SamlFaultCode.MissingElement or SamlFaultCode.MissingValue or SamlFaultCode.InvalidValue or SamlFaultCode.UnexpectedElement
            or SamlFaultCode.MalformedSignature or SamlFaultCode.MalformedEncryption or SamlFaultCode.UnknownCondition
            or SamlFaultCode.NoBearerConfirmation => Product,
        SamlFaultCode.NotSigned => "Turn on signing of the assertion (or of what this connection asks for) at the other side.",
        SamlFaultCode.ForbiddenAlgorithm => "Choose RSA or ECDSA with SHA-256 at the other side.",
        SamlFaultCode.ForbiddenTransform => "Choose exclusive canonicalization (xml-exc-c14n#) at the other side.",
        SamlFaultCode.UnknownKey => "If the identity provider changed its certificate, load its metadata anew; if not, do not trust this one.",
        SamlFaultCode.WeakKey or SamlFaultCode.UnusableCertificate or SamlFaultCode.NoUsableKey =>
            "Have the other side make a certificate with RSA of 2048 bits or more, or with P-256.",
        SamlFaultCode.ForbiddenEncryption => "Choose AES-256-GCM and RSA-OAEP at the identity provider, or turn encryption off there.",
        SamlFaultCode.NoDecryptionKey => "Give this connection an encryption key and load its metadata at the identity provider, or turn encryption off there.",
        SamlFaultCode.DecryptionFailed => "Load this connection's metadata anew at the identity provider, so that it encrypts for the current key.",
        SamlFaultCode.StatusNotSuccess => "The reason is in the identity provider's own log, at this time.",
        SamlFaultCode.WrongDestination or SamlFaultCode.WrongRecipient =>
            "Compare the assertion consumer service (reply) address at the identity provider with our metadata, character by character.",
        SamlFaultCode.WrongIssuer => "Compare the identity provider's entity ID with the connection's; reload its metadata if it was renamed.",
        SamlFaultCode.WrongInResponseTo => "An old page was submitted, or another sign-in was started meanwhile: start the sign-in again.",
        SamlFaultCode.Unsolicited => "Start at our sign-in page, or allow IdP-initiated sign-in for this connection.",
        SamlFaultCode.NoAssertion => "Check at the identity provider that the person is assigned to the app, and that the app sends an assertion.",
        SamlFaultCode.WrongAudience => "Compare the audience (identifier, entity ID) at the identity provider with our entity ID, character by character.",
        SamlFaultCode.NotYetValid or SamlFaultCode.Expired => "Compare both clocks and set the wrong one right; if both are right, the page waited too long: start again.",
        SamlFaultCode.SessionExpired or SamlFaultCode.StaleAuthentication => "The person must sign in anew at the identity provider; check that it heeds ForceAuthn.",
        SamlFaultCode.WrongAuthnContext => "Have the identity provider ask for the stronger method, or change what this connection asks for.",
        SamlFaultCode.UnknownAddress => "Register the address at the app, or correct the app's own configuration.",
        SamlFaultCode.UnknownEntity or SamlFaultCode.SeveralEntities => "Name the entity ID that is meant, or load metadata of that one alone.",
        SamlFaultCode.MissingRole => "Load the metadata of the other role: identity provider or service provider.",
        SamlFaultCode.NoUsableAddress => "Have the other side offer the redirect or POST binding, over https.",
        _ => Product,
    };
}
