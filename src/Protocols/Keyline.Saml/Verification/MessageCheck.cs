using System.Security.Cryptography;
using Keyline.Saml.Bindings;
using Keyline.Saml.Messages;
using Keyline.Saml.Reading;
using Keyline.Saml.Signatures;

namespace Keyline.Saml.Verification;

/// <summary>What is checked of every message but the Response: envelope, sender, address, time, signature.</summary>
internal sealed class MessageCheck(IncomingMessage message, MessageTrust trust, DateTimeOffset now)
{
    private readonly XmlElement _root = message.Root;

    /// <summary>Who signed; none when it is unsigned and may be.</summary>
    public VerificationKey? SignedBy { get; private set; }

    public string Id { get; private set; } = "";

    public DateTimeOffset IssueInstant { get; private set; }

    public SamlFault? Refusal(MessageKind kind, bool mustBeSigned)
    {
        if (message.Kind != kind)
        {
            return new SamlFault(SamlFaultCode.WrongMessage, $"{kind}", $"{message.Kind}");
        }

        var fields = new FieldReader();
        fields.Version(_root);
        Id = fields.Required(_root, "ID");
        IssueInstant = fields.RequiredTime(_root, "IssueInstant");
        var issuer = fields.Needed(_root, Names.Assertion, "Issuer");
        var name = issuer is null ? "" : fields.Text(issuer);
        if (!fields.Ok)
        {
            return fields.Fault;
        }

        if (name != trust.EntityId)
        {
            return new SamlFault(SamlFaultCode.WrongIssuer, trust.EntityId, name);
        }

        return Signature(mustBeSigned) ?? Destination() ?? Time();
    }

    // Bindings 3.4.5.2 and 3.5.5.2: it must be there when the message is signed, and must match when it is there.
    private SamlFault? Destination()
    {
        var destination = _root.Attribute("Destination");
        return destination == trust.Location || (destination is null && SignedBy is null)
            ? null
            : new SamlFault(SamlFaultCode.WrongDestination, trust.Location, destination ?? "none");
    }

    private SamlFault? Time()
    {
        var clocks = $"issued {SamlTime.Format(IssueInstant)} by theirs, while ours is {SamlTime.Format(now)}";
        return IssueInstant > now + trust.ClockTolerance
            ? new SamlFault(SamlFaultCode.NotYetValid, "a message issued by now", clocks)
            : IssueInstant < now - trust.ClockTolerance - trust.LongestAge
                ? new SamlFault(SamlFaultCode.Expired, $"a message not older than {trust.LongestAge.TotalSeconds:0} s", clocks)
                : null;
    }

    private SamlFault? Signature(bool mustBeSigned)
    {
        var signature = SignatureVerifier.Find(_root);
        for (var element = _root.Following(_root); element is not null; element = element.Following(_root))
        {
            if (element.Is(Names.Signature, "Signature")
                && (message.Binding == SamlBinding.Redirect || !ReferenceEquals(element, _root.FirstElement?.NextElement)))
            {
                // Bindings 3.4.4.1: a message that is redirected has its signature in the query alone.
                return new SamlFault(
                    SamlFaultCode.MisplacedSignature, "one signature: in the query, or right after the Issuer", element.Parent?.LocalName ?? "");
            }
        }

        if (message.RedirectSignature is { } query)
        {
            return Query(query);
        }

        if (signature is null)
        {
            return mustBeSigned ? new SamlFault(SamlFaultCode.NotSigned, $"a signed {message.Kind}", "none") : null;
        }

        using var canonicalizer = new Canonicalizer();
        var verified = SignatureVerifier.Verify(_root, trust.SigningKeys, canonicalizer);
        SignedBy = verified.Value?.Key;
        return verified.Fault;
    }

    private SamlFault? Query(RedirectSignature query)
    {
        if (!Algorithms.TryParseSignature(query.Algorithm, out var algorithm))
        {
            return new SamlFault(SamlFaultCode.ForbiddenAlgorithm, Algorithms.SignatureNames, query.Algorithm);
        }

        var hash = CryptographicOperations.HashData(Algorithms.HashOf(algorithm), query.SignedOctets);
        SignedBy = SignatureVerifier.FindKey(trust.SigningKeys, algorithm, hash, query.Value);
        return SignedBy is null
            ? new SamlFault(SamlFaultCode.WrongSignature, $"a signature by {string.Join(" or ", trust.SigningKeys)}", "another")
            : null;
    }
}
