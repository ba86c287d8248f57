namespace Keyline.Saml;

/// <summary>Every reason for which something of SAML is refused.</summary>
public enum SamlFaultCode
{
    /// <summary>SAMLRequest, SAMLResponse, SigAlg or Signature are missing, doubled, or not what they should be.</summary>
    WrongParameters,

    /// <summary>RelayState is longer than 80 bytes.</summary>
    RelayStateTooLong,

    /// <summary>The message is not Base64.</summary>
    NotBase64,

    /// <summary>The message is not compressed as the redirect binding wants it.</summary>
    NotDeflated,

    /// <summary>The message inflates beyond the limit.</summary>
    InflatesTooLarge,

    /// <summary>The document is longer than the limit.</summary>
    TooLarge,

    /// <summary>Elements nest deeper than the limit.</summary>
    TooDeep,

    /// <summary>There are more elements than the limit.</summary>
    TooManyElements,

    /// <summary>An element has more attributes, or longer or more namespaces, than the limit.</summary>
    TooManyAttributes,

    /// <summary>It is not well-formed XML of the strict kind that is read.</summary>
    NotXml,

    /// <summary>There is a document type declaration, or an entity.</summary>
    DocumentType,

    /// <summary>There is a processing instruction inside the document.</summary>
    ProcessingInstruction,

    /// <summary>There is a comment inside a value.</summary>
    CommentInValue,

    /// <summary>An ID comes twice.</summary>
    DuplicateId,

    /// <summary>It is another kind of message than this place takes.</summary>
    WrongMessage,

    /// <summary>It is not SAML 2.0.</summary>
    UnsupportedVersion,

    /// <summary>An element that must be there is missing.</summary>
    MissingElement,

    /// <summary>An attribute that must be there is missing.</summary>
    MissingValue,

    /// <summary>A value is not of its type.</summary>
    InvalidValue,

    /// <summary>An element stands where the schema has none of it, or too many.</summary>
    UnexpectedElement,

    /// <summary>An assertion or response stands where it could be mistaken for the signed one.</summary>
    MisplacedElement,

    /// <summary>A signature stands elsewhere than right after the Issuer of what it signs, or there are several.</summary>
    MisplacedSignature,

    /// <summary>What must be signed is not.</summary>
    NotSigned,

    /// <summary>A signature is not built as SAML wants it.</summary>
    MalformedSignature,

    /// <summary>A signature or digest algorithm is not allowed.</summary>
    ForbiddenAlgorithm,

    /// <summary>A transform or canonicalization is not allowed.</summary>
    ForbiddenTransform,

    /// <summary>A signature refers to something else than the element it stands in, or to several things.</summary>
    WrongReference,

    /// <summary>A signature names a certificate that is not trusted.</summary>
    UnknownKey,

    /// <summary>A signature was not made by a trusted key, or SignedInfo was changed.</summary>
    WrongSignature,

    /// <summary>What is signed was changed after signing.</summary>
    DigestMismatch,

    /// <summary>A key is too short or of a kind that is not accepted.</summary>
    WeakKey,

    /// <summary>A certificate cannot be read.</summary>
    UnusableCertificate,

    /// <summary>An encryption algorithm is not allowed.</summary>
    ForbiddenEncryption,

    /// <summary>Encrypted data is not built as it should be.</summary>
    MalformedEncryption,

    /// <summary>Encrypted data came where there is no key for it.</summary>
    NoDecryptionKey,

    /// <summary>Encrypted data does not decrypt. No more is told.</summary>
    DecryptionFailed,

    /// <summary>The other side says that it did not work.</summary>
    StatusNotSuccess,

    /// <summary>A message was sent to another address.</summary>
    WrongDestination,

    /// <summary>A message or assertion comes from somebody else.</summary>
    WrongIssuer,

    /// <summary>It answers another request, or none.</summary>
    WrongInResponseTo,

    /// <summary>Nobody asked for it, and it may not come unasked.</summary>
    Unsolicited,

    /// <summary>A response holds no assertion.</summary>
    NoAssertion,

    /// <summary>A response holds several assertions.</summary>
    SeveralAssertions,

    /// <summary>No bearer confirmation.</summary>
    NoBearerConfirmation,

    /// <summary>The assertion was made to be delivered elsewhere.</summary>
    WrongRecipient,

    /// <summary>The assertion is meant for somebody else.</summary>
    WrongAudience,

    /// <summary>A condition is not understood.</summary>
    UnknownCondition,

    /// <summary>It is not yet good, or was made in the future.</summary>
    NotYetValid,

    /// <summary>It is no longer good.</summary>
    Expired,

    /// <summary>The session at the identity provider has ended.</summary>
    SessionExpired,

    /// <summary>The subject signed in by other means than was asked.</summary>
    WrongAuthnContext,

    /// <summary>The subject signed in before it was asked anew.</summary>
    StaleAuthentication,

    /// <summary>The response may only go to a registered address, and this is none.</summary>
    UnknownAddress,

    /// <summary>Metadata describes no such entity.</summary>
    UnknownEntity,

    /// <summary>Metadata describes several entities, and none was chosen.</summary>
    SeveralEntities,

    /// <summary>Metadata describes the entity in another role.</summary>
    MissingRole,

    /// <summary>Metadata has no usable key.</summary>
    NoUsableKey,

    /// <summary>Metadata has no usable address.</summary>
    NoUsableAddress,
}
