using System.IO.Compression;
using Keyline.Saml.Bindings;
using Keyline.Saml.Messages;
using Keyline.Saml.Metadata;
using Keyline.Saml.Signatures;
using Keyline.Saml.Verification;
using Keyline.Testing.Saml;

namespace Keyline.Saml.Tests;

/// <summary>One message for every refusal, from the wire text.</summary>
internal static class FaultCatalog
{
    private static readonly SamlResponse _valid = SamlResponses.Valid();
    private static readonly string _metadata = MetadataWriter.Write(SamlMessages.IdentityProvider(), null);

    public static IReadOnlyDictionary<SamlFaultCode, Func<SamlFault?>> Refusals { get; } = new Dictionary<SamlFaultCode, Func<SamlFault?>>
    {
        [SamlFaultCode.WrongParameters] = () => Query("x=y"),
        [SamlFaultCode.RelayStateTooLong] = () => SamlMessageReader.ReadPost(null, _valid.ToBase64(), new string('x', 81), MessageLimits.Message).Fault,
        [SamlFaultCode.NotBase64] = () => Query("SAMLRequest=%21"),
        [SamlFaultCode.NotDeflated] = () => Query("SAMLRequest=%2f%2f%2f%2f"),
        [SamlFaultCode.InflatesTooLarge] = () => Query("SAMLRequest=" + Uri.EscapeDataString(Convert.ToBase64String(Deflated(1_000_000)))),
        [SamlFaultCode.TooLarge] = () => Of(xml => xml + new string(' ', 600_000)),
        [SamlFaultCode.TooDeep] = () => Inside(Repeat("<x>", 50) + Repeat("</x>", 50)),
        [SamlFaultCode.TooManyElements] = () => Inside(Repeat("<x/>", 20_000)),
        [SamlFaultCode.TooManyAttributes] = () => Inside($"<x {string.Join(' ', Enumerable.Range(0, 99).Select(i => $"a{i}=''"))}/>"),
        [SamlFaultCode.NotXml] = () => Of(xml => xml + "<"),
        [SamlFaultCode.DocumentType] = () => Of(xml => "<!DOCTYPE x>" + xml),
        [SamlFaultCode.ProcessingInstruction] = () => Inside("<?x?>"),
        [SamlFaultCode.CommentInValue] = () => Of(xml => xml.Replace(">user-1<", ">user<!---->-1<", StringComparison.Ordinal)),
        [SamlFaultCode.DuplicateId] = () => Inside("<x ID='_assertion1'/>"),
        [SamlFaultCode.WrongMessage] = () => Of(xml => xml.Replace("samlp:Response", "samlp:LogoutRequest", StringComparison.Ordinal)),
        [SamlFaultCode.UnsupportedVersion] = () => Of(_valid with { Version = "1.1" }),
        [SamlFaultCode.MissingElement] = () => Of(_valid with { NameId = "" }),
        [SamlFaultCode.MissingValue] = () => Of(_valid with { IssueInstant = null }),
        [SamlFaultCode.InvalidValue] = () => Of(_valid with { IssueInstant = "now" }),
        [SamlFaultCode.UnexpectedElement] = () => Of(xml => xml.Replace("<samlp:Status>", "<x/><samlp:Status>", StringComparison.Ordinal)),
        [SamlFaultCode.MisplacedElement] = () => Inside("<saml:Assertion/>"),
        [SamlFaultCode.MisplacedSignature] = () => Inside("<ds:Signature xmlns:ds='http://www.w3.org/2000/09/xmldsig#'/>"),
        [SamlFaultCode.NotSigned] = () => Of(_valid with { SignAssertion = false, SignResponse = false }),
        [SamlFaultCode.MalformedSignature] = () => Of(xml => xml.Replace("SignatureValue", "SignatureValues", StringComparison.Ordinal)),
        [SamlFaultCode.ForbiddenAlgorithm] = () => Of(xml => xml.Replace("rsa-sha256", "rsa-sha1", StringComparison.Ordinal)),
        [SamlFaultCode.ForbiddenTransform] = () => Of(xml => xml.Replace("<Transforms>", "<Transforms><Transform Algorithm='urn:x'/>", StringComparison.Ordinal)),
        [SamlFaultCode.WrongReference] = () => Of(xml => xml.Replace("URI=\"#_response1\"", "URI=\"\"", StringComparison.Ordinal)),
        [SamlFaultCode.UnknownKey] = () => Of(_valid with { Certificate = SamlTestKeys.Stranger }),
        [SamlFaultCode.WrongSignature] = () => Of(xml => xml.Replace("<SignatureValue>", "<SignatureValue>AAAA", StringComparison.Ordinal)),
        [SamlFaultCode.DigestMismatch] = () => Of(xml => xml.Replace(">user-1<", ">admin<", StringComparison.Ordinal)),
        [SamlFaultCode.WeakKey] = () => VerificationKey.Read(SamlTestKeys.Rsa("weak", 1024).RawData).Fault,
        [SamlFaultCode.UnusableCertificate] = () => VerificationKey.Read("AAAA").Fault,
        [SamlFaultCode.ForbiddenEncryption] = () => Of(_valid with { AfterAssertion = new XmlEncryption { Cipher = XmlEncryption.Cbc256 }.Encrypt }),
        [SamlFaultCode.MalformedEncryption] = () => Of(_valid with { AfterAssertion = _ => "<saml:EncryptedAssertion/>" }),
        [SamlFaultCode.NoDecryptionKey] = () => Of(
            _valid with { AfterAssertion = new XmlEncryption().Encrypt }, SamlResponses.Sp with { DecryptionKeys = [] }),
        [SamlFaultCode.DecryptionFailed] = () => Of(_valid with { AfterAssertion = new XmlEncryption { Change = bytes => bytes[..^1] }.Encrypt }),
        [SamlFaultCode.StatusNotSuccess] = () => Of(_valid with { Status = $"<samlp:StatusCode Value='{StatusCodes.Responder}'/>" }),
        [SamlFaultCode.WrongDestination] = () => Of(_valid with { Destination = "https://other.example" }),
        [SamlFaultCode.WrongIssuer] = () => Of(_valid with { Issuer = "https://other.example" }),
        [SamlFaultCode.WrongInResponseTo] = () => Of(_valid with { InResponseTo = "_other" }),
        [SamlFaultCode.Unsolicited] = () => Of(_valid, null, SamlResponses.Expected with { RequestId = null }),
        [SamlFaultCode.NoAssertion] = () => Of(_valid with { AfterAssertion = _ => "" }),
        [SamlFaultCode.SeveralAssertions] = () => Of(_valid with { AfterAssertion = xml => xml + "<saml:Assertion/>" }),
        [SamlFaultCode.NoBearerConfirmation] = () => Of(_valid with { ConfirmationMethod = null }),
        [SamlFaultCode.WrongRecipient] = () => Of(_valid with { Recipient = "https://other.example" }),
        [SamlFaultCode.WrongAudience] = () => Of(_valid with { Audience = "https://other.example" }),
        [SamlFaultCode.UnknownCondition] = () => Of(_valid with { MoreConditions = "<saml:Condition/>" }),
        [SamlFaultCode.NotYetValid] = () => Of(_valid with { NotBefore = "2026-03-01T12:30:00Z" }),
        [SamlFaultCode.Expired] = () => Of(_valid with { NotOnOrAfter = "2026-03-01T11:30:00Z" }),
        [SamlFaultCode.SessionExpired] = () => Of(_valid with { SessionNotOnOrAfter = "2026-03-01T11:30:00Z" }),
        [SamlFaultCode.WrongAuthnContext] = () => Of(_valid, null, SamlResponses.Expected with { AuthnContexts = [AuthnContexts.RefedsMfa] }),
        [SamlFaultCode.StaleAuthentication] = () => Of(
            _valid with { AuthnInstant = "2026-03-01T10:00:00Z" }, null, SamlResponses.Expected with { AuthenticatedAfter = SamlResponses.Now }),
        [SamlFaultCode.UnknownAddress] = () => AuthnRequestVerifier.Verify(
            SamlMessages.ThroughPost(
                SamlMessages.AuthnRequest() with { AssertionConsumerService = "https://evil.example" }, SamlTestKeys.ServiceProvider).Get(),
            SamlMessages.ServiceProvider(), SamlMessages.IdpAddress, true, SamlResponses.Now).Fault,
        [SamlFaultCode.UnknownEntity] = () => Metadata(_metadata, "https://nobody.example"),
        [SamlFaultCode.SeveralEntities] = () => Metadata(
            $"<md:EntitiesDescriptor xmlns:md='urn:oasis:names:tc:SAML:2.0:metadata'>{_metadata}{MetadataWriter.Write(SamlMessages.IdentityProvider(), null)}</md:EntitiesDescriptor>"),
        [SamlFaultCode.MissingRole] = () => Metadata(MetadataWriter.Write(SamlMessages.ServiceProvider(), null)),
        [SamlFaultCode.NoUsableKey] = () => Metadata(_metadata.Replace("use=\"signing\"", "use=\"encryption\"", StringComparison.Ordinal)),
        [SamlFaultCode.NoUsableAddress] = () => Metadata(_metadata.Replace("https://idp.example/sso", "ftp://idp.example", StringComparison.Ordinal)),
    };

    private static SamlFault? Of(SamlResponse response, ServiceProviderSettings? sp = null, ExpectedResponse? expected = null) =>
        ResponseVerifier.Verify(
            response.ToBase64(), sp ?? SamlResponses.Sp, SamlResponses.Idp, expected ?? SamlResponses.Expected, SamlResponses.Now).Result.Fault;

    private static SamlFault? Of(Func<string, string> change) => Of(_valid with { Afterwards = change });

    private static SamlFault? Inside(string xml) => Of(whole => whole.Replace(
        "<samlp:Status>", $"<samlp:Extensions>{xml}</samlp:Extensions><samlp:Status>", StringComparison.Ordinal));

    private static SamlFault? Query(string query) => SamlMessageReader.ReadRedirect(query, MessageLimits.Message).Fault;

    private static SamlFault? Metadata(string xml, string? entityId = null) =>
        MetadataReader.ReadIdentityProvider(xml, new MetadataOptions { EntityId = entityId }, SamlResponses.Now).Fault;

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    private static byte[] Deflated(int length)
    {
        using var target = new MemoryStream();
        using (var deflate = new DeflateStream(target, CompressionLevel.Optimal, true))
        {
            deflate.Write(new byte[length]);
        }

        return target.ToArray();
    }
}
