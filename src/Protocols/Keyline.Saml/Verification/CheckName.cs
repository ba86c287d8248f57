namespace Keyline.Saml.Verification;

/// <summary>The checks of a response, in the order in which they are made.</summary>
public enum CheckName
{
    /// <summary>It is Base64, within limits, strict XML, and a Response.</summary>
    Document,

    /// <summary>It is version 2.0, with an ID, made not later than now.</summary>
    Envelope,

    /// <summary>It was sent to this address.</summary>
    Destination,

    /// <summary>The expected identity provider sent it.</summary>
    Issuer,

    /// <summary>It answers our request, or may come unasked.</summary>
    InResponseTo,

    /// <summary>The identity provider says that the sign-in worked.</summary>
    Status,

    /// <summary>One assertion in its place, and signatures only where they belong.</summary>
    Structure,

    /// <summary>The signature of the response.</summary>
    ResponseSignature,

    /// <summary>The assertion could be decrypted.</summary>
    Decryption,

    /// <summary>The signature of the assertion.</summary>
    AssertionSignature,

    /// <summary>What had to be signed was signed.</summary>
    SignaturePolicy,

    /// <summary>The assertion is version 2.0, complete, and from the expected identity provider.</summary>
    Assertion,

    /// <summary>It names a subject.</summary>
    Subject,

    /// <summary>Whoever bears it, here, now, and for our request, is the subject.</summary>
    Confirmation,

    /// <summary>It is good now.</summary>
    Validity,

    /// <summary>It is meant for us.</summary>
    Audience,

    /// <summary>It says when and how the subject signed in, and that the session has not ended.</summary>
    Authentication,

    /// <summary>The subject signed in as strongly as was asked.</summary>
    AuthnContext,

    /// <summary>The subject signed in as lately as was asked.</summary>
    Freshness,
}
