using System.Text.Json;
using Keyline.Identity.Sessions;
using Keyline.Identity.SignIn;
using Keyline.Saml.Messages;
using Keyline.Saml.Verification;
using Keyline.Secrets;
using CheckReport = Keyline.Checks.CheckReport;

namespace Keyline.Identity.Federation.Saml;

/// <summary>Turns a verified assertion into the proof that all protocols end in.</summary>
internal static class SamlClaims
{
    private const string OverageClaim = "http://schemas.microsoft.com/claims/groups.link";

    public static Result<VerifiedSignIn, SignInFault> Read(Connection connection, VerifiedAssertion assertion, CheckReport report)
    {
        var attributes = Attributes(assertion);
        var subject = Subject(connection.Attributes, assertion.NameId, attributes);
        if (!subject.Ok)
        {
            return subject.Fault with { Report = report };
        }

        return new VerifiedSignIn
        {
            Connection = connection,
            Subject = subject.Value,
            Profile = Profile(connection.Attributes, assertion.NameId, attributes),
            // Entra leaves the groups out when there are too many: what is known stays, rather than everything being lost.
            Groups = attributes.ContainsKey(OverageClaim) && !attributes.ContainsKey(connection.Attributes.Groups ?? "")
                ? null
                : ClaimReader.Groups(connection.Attributes, attributes),
            Method = SignInMethod.Saml,
            Assurance = AssuranceRule.OfContext(assertion.AuthnContext),
            AuthenticatedAt = assertion.AuthnInstant,
            IdpSession = assertion.SessionIndex,
            IdpSubject = assertion.NameId.Value.Length <= Session.MaxIdpSessionLength ? assertion.NameId.Value : null,
            IdpSessionEndsAt = assertion.SessionNotOnOrAfter,
            LogoutHint = new SecretText(JsonSerializer.Serialize(assertion.NameId)),
            Evidence = Evidence(assertion),
            ClockOffset = assertion.ClockOffset,
            Report = report,
            Attributes = attributes,
        };
    }

    private static Result<string, SignInFault> Subject(
        AttributeMap map, NameId nameId, IReadOnlyDictionary<string, IReadOnlyList<string>> attributes)
    {
        if (map.Subject is { } name)
        {
            return SubjectRule.OfAttribute(name, attributes);
        }

        return nameId.Format switch
        {
            NameIdFormats.Transient => new SignInFault(SignInFaultCode.TransientSubject,
                "the NameID is transient, a name for one session; let the IdP send a persistent NameID, or choose an immutable attribute as the subject"),
            NameIdFormats.EmailAddress => new SignInFault(SignInFaultCode.MutableSubject,
                "the NameID is an e-mail address, which can be given to somebody else; let the IdP send a persistent NameID, or choose an immutable attribute as the subject"),
            _ => SubjectRule.Bounded(nameId.Value, "the NameID"),
        };
    }

    // An e-mail NameID is no identity, but it is an e-mail address.
    private static ClaimedProfile Profile(
        AttributeMap map, NameId nameId, IReadOnlyDictionary<string, IReadOnlyList<string>> attributes)
    {
        var profile = ClaimReader.Profile(map, attributes);
        return profile.Email is null && map.Email is null && nameId.Format == NameIdFormats.EmailAddress
            ? profile with { Email = nameId.Value }
            : profile;
    }

    private static Dictionary<string, IReadOnlyList<string>> Attributes(VerifiedAssertion assertion)
    {
        var found = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var attribute in assertion.Attributes)
        {
            found[attribute.Name] = found.TryGetValue(attribute.Name, out var before) ? [.. before, .. attribute.Values] : attribute.Values;
        }

        // By friendly name too, where that takes nothing else's place.
        foreach (var attribute in assertion.Attributes.Where(attribute => attribute.FriendlyName is { Length: > 0 }))
        {
            found.TryAdd(attribute.FriendlyName ?? "", attribute.Values);
        }

        return found;
    }

    private static Dictionary<string, string> Evidence(VerifiedAssertion assertion)
    {
        var evidence = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["saml-issuer"] = assertion.Issuer,
            ["saml-response"] = assertion.ResponseId,
            ["saml-assertion"] = assertion.Id,
            ["saml-name-id"] = assertion.NameId.Value,
        };
        if (assertion.SessionIndex is { } index)
        {
            evidence["saml-session-index"] = index;
        }

        if (assertion.AuthnContext is { } context)
        {
            evidence["saml-authn-context"] = context;
        }

        return evidence;
    }
}
